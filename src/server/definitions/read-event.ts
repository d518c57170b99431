import type { EventAction, EventConfiguration, EventData } from '#contract/api.js';
import {
  actionReports,
  eventMethods,
  eventNamePattern,
  eventTemplates,
  fieldTypes,
  maxEventNameLength,
  triggers,
  eventLimits,
} from '#contract/definition-vocabulary.js';
import { BodyFaults, BodyReader } from './body-reader.js';

const members = ['name', 'display_name', 'method', 'template', 'actions'];
/** A definition that was read can be sent back as it is. */
const ofAnswers = [
  ...['id', 'state', 'fields', 'checked', 'created_at', 'updated_at', 'updated_by', 'published_at', 'published'],
];
/** Names of definitions that were not made here may be longer than the rule allows. */
const mostOfSavedName = 1024;

/**
 * Reads an event definition's configuration, and throws all its faults at once.
 *
 * @param names `new` ones have to follow the rules; `saved` ones cannot change and are only compared.
 */
export function readEvent(values: Record<string, unknown>, names: 'new' | 'saved'): EventConfiguration {
  const body = new BodyReader(values, '', new BodyFaults());
  body.onlyKnows(members, ofAnswers);
  const mostCharacters = names === 'new' ? maxEventNameLength : mostOfSavedName;
  const configuration = {
    name: body.text('name', 1, mostCharacters),
    display_name: body.text('display_name', 1, mostCharacters),
    method: body.word('method', eventMethods),
    template: body.word('template', eventTemplates),
    actions: body.objects('actions', eventLimits.actions).map(readAction),
  };
  if (names === 'new') noteName(body, values.name);
  body.faults.throwIfAny();
  return configuration;
}

/** Of a text that breaks the rule, whatever its length: both faults are worth knowing. */
function noteName({ faults }: BodyReader, name: unknown): void {
  if (typeof name !== 'string' || name.trim() === '' || eventNamePattern.test(name)) return;
  const message = `“${name.slice(0, 64)}” is not an event name. Start with a lowercase letter (a–z), then lowercase letters, digits, underscores.`;
  faults.malformed('/name', message);
}

function readAction(action: BodyReader): EventAction {
  action.onlyKnows(['trigger', 'report', 'page', 'element', 'data']);
  return {
    trigger: action.word('trigger', triggers),
    report: action.word('report', actionReports),
    page: action.optionalText('page', eventLimits.page),
    element: action.optionalText('element', eventLimits.element),
    data: action.objects('data', eventLimits.data).map(readData),
  };
}

/** Where a value comes from may still be empty in a draft; check does not pass it. */
function readData(data: BodyReader): EventData {
  data.onlyKnows(['field', 'type', 'from']);
  return {
    field: data.text('field', 1, eventLimits.field),
    type: data.word('type', fieldTypes),
    from: data.text('from', 0, eventLimits.from),
  };
}
