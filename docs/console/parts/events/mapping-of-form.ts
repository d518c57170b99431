import { eventFields } from '#contract/event-fields.js';
import type { ReservedEvent } from '#contract/events.js';
import type { Mapping } from '#engine/index.js';
import { commonFieldNames, plainName } from '#engine/ingest/common-names.js';
import { roleTable } from '#engine/ingest/roles.js';

/** Choices of the form that are no name of ours. */
export const custom = '=custom';
export const skip = '=skip';
export const noRole = '=none';

/** What a field of the file is: as the mapping says, else what its name says by itself. */
export function targetOf(name: string, mapping: Mapping): string {
  const given = mapping.fields?.[name];
  if (given === null) return skip;
  if (given !== undefined) return given.startsWith('properties.') ? custom : given;
  return usualTarget(name);
}

function usualTarget(name: string): string {
  if (eventFields.some((field) => field.name === name)) return name;
  return commonFieldNames.get(plainName(name)) ?? custom;
}

/** The mapping that the form says; what a name means by itself is left out. */
export function mappingOf(form: HTMLFormElement): Mapping {
  const fields: Record<string, NonNullable<Mapping['fields']>[string]> = {};
  for (const { dataset, value } of form.querySelectorAll<HTMLSelectElement>('[data-field]')) {
    const name = dataset['field']!;
    if (value === usualTarget(name)) continue;
    fields[name] = (value === skip ? null : value === custom ? `properties.${name}` : value) as (typeof fields)[string];
  }
  const roles = readRoles(form);
  return {
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(Object.keys(roles).length > 0 && { roles }),
    ...(ticked(form, 'major') && { amount_unit: 'major' as const }),
  };
}

function readRoles(form: HTMLFormElement): Partial<Record<ReservedEvent, string[] | '*'>> {
  if (ticked(form, 'every')) return { page_view: '*' };
  const roles: Partial<Record<ReservedEvent, string[]>> = {};
  const usual = roleTable();
  const selects = [...form.querySelectorAll<HTMLSelectElement>('[data-event]')];
  const isUsual = selects.every(({ dataset, value }) => value === (usual(dataset['event']!) ?? noRole));
  if (isUsual) return roles;
  for (const { dataset, value } of selects) {
    if (value !== noRole) (roles[value as ReservedEvent] ??= []).push(dataset['event']!);
  }
  return roles;
}

/** Whether a box of the form is ticked. */
export function ticked(form: HTMLFormElement, name: string): boolean {
  return (form.elements.namedItem(name) as HTMLInputElement | null)?.checked ?? false;
}
