import { kindOfMember, noteUnknownMember, parameterOf, type Member } from './members.js';
import { Faults } from '../faults.js';
import { Reader } from './reader.js';

/** Reads a query string into the members that the JSON form of the question has; others are noted as faults. */
export function fromQueryString(search: URLSearchParams, members: readonly Member[], faults = new Faults()): Reader {
  const values: Record<string, unknown> = {};
  const byParameter = new Map(members.map((member) => [parameterOf(member), member]));
  for (const parameter of new Set(search.keys())) {
    const member = byParameter.get(parameter);
    const texts = search.getAll(parameter);
    if (member === undefined) noteUnknownMember(parameter, [...byParameter.keys()], faults);
    else values[member] = readMember(member, parameter, texts, faults);
  }
  return new Reader(values, 'query', faults);
}

function readMember(member: Member, parameter: string, texts: string[], faults: Faults): unknown {
  switch (kindOfMember(member)) {
    case 'filters':
      return texts.map((text) => readFilter(text, faults));
    case 'list':
      return texts.flatMap((text) => text.split(','));
    case 'text':
      if (texts.length > 1)
        faults.malformed(parameter, `${parameter} is given ${String(texts.length)} times. Give it once.`);
      return texts[0];
  }
}

/**
 * `field:operator:value`, split at the first two colons. A list is comma-separated and each of its values decoded once
 * more, so that a comma inside a value is percent-encoded twice.
 */
function readFilter(text: string, faults: Faults): Record<string, unknown> {
  const [field = '', operator, ...rest] = text.split(':');
  if (operator === undefined || field === '') {
    faults.malformed('filter', `“${text}” is not a filter. Write field:operator:value, such as os_name:eq:Android.`);
    return {};
  }
  const value = rest.length > 0 ? rest.join(':') : undefined;
  if (operator === 'set' || operator === 'not_set') return { field, operator, values: value ? [value] : [] };
  if (value === undefined) return { field, operator };
  const isList = operator === 'in' || operator === 'not_in';
  return { field, operator, values: isList ? value.split(',').map((item) => decodeItem(item, text, faults)) : [value] };
}

function decodeItem(item: string, filter: string, faults: Faults): string {
  try {
    return decodeURIComponent(item);
  } catch {
    const message = `“${filter}” has a percent sign that encodes nothing. In a list, percent-encode each value twice.`;
    faults.malformed('filter', message);
    return item;
  }
}

/** Takes a JSON body for a question; members that it does not have are noted as faults. */
export function fromBody(values: Record<string, unknown>, members: readonly Member[], faults = new Faults()): Reader {
  for (const name of Object.keys(values)) noteUnknownMember(name, members, faults);
  return new Reader(values, 'json', faults);
}
