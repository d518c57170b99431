import { reservedEvents, type ReservedEvent } from '#contract/events.js';
import { fieldNames, isFieldName, type FieldName } from './fields.js';

/** What a raw field becomes: a field of ours, a custom property, or nothing. */
export type FieldTarget = FieldName | `properties.${string}` | null;

/**
 * How another log's names are read.
 *
 * `fields` renames: raw name → field, `properties.NAME`, or `null` to leave it out. Where several raw names become one
 * field, the first listed that has a value counts. `roles` gives event names the reserved role they play; `'*'` is every
 * name that has no role of its own. `amount_unit: 'major'` reads amounts as units (12.34) in place of minor units (1234).
 *
 * @example { fields: { os: 'os_name' }, roles: { page_view: ['pageview'] } }
 */
export interface Mapping {
  readonly fields?: Readonly<Record<string, FieldTarget>>;
  readonly roles?: Readonly<Partial<Record<ReservedEvent, readonly string[] | '*'>>>;
  readonly amount_unit?: 'minor' | 'major';
}

/** One thing wrong with a mapping. */
export interface MappingFault {
  /** Where, as `fields.os` or `roles.page_view`. */
  readonly path: string;
  /** What is wrong, with the offending value. */
  readonly message: string;
  readonly allowed?: readonly string[];
}

/** A mapping that cannot be used; names all its faults, not only the first. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  readonly faults: readonly MappingFault[];

  constructor(faults: readonly MappingFault[]) {
    super(
      `The mapping has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${faults.map(inWords).join(' ')}`,
    );
    this.faults = faults;
  }
}

const parts = ['fields', 'roles', 'amount_unit'] as const;
const units = ['minor', 'major'] as const;

/** A mapping from what was read (JSON text or its value), checked; throws {@link MappingError} with all faults. */
export function parseMapping(input: unknown): Mapping {
  const value = typeof input === 'string' ? jsonOf(input) : input;
  const faults = isRecord(value) ? faultsOf(value) : [notA('', value, 'an object')];
  if (faults.length > 0) throw new MappingError(faults);
  return value as Mapping;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MappingError([{ path: '', message: `It is not JSON (${(cause as Error).message}).` }]);
  }
}

function faultsOf(mapping: Record<string, unknown>): MappingFault[] {
  return Object.entries(mapping).flatMap(([part, value]) => {
    if (part === 'fields') return fieldFaults(value);
    if (part === 'roles') return roleFaults(value);
    if (part === 'amount_unit') return unitFaults(value);
    return [{ path: part, message: `${quoted(part)} is no part of a mapping.`, allowed: parts }];
  });
}

function fieldFaults(fields: unknown): MappingFault[] {
  if (!isRecord(fields)) return [notA('fields', fields, 'an object of raw name to field')];
  return Object.entries(fields).flatMap(([raw, target]) => {
    const path = `fields.${raw}`;
    if (target === null) return [];
    if (typeof target !== 'string') return [notA(path, target, 'the name of a field, properties.NAME or null')];
    if (isFieldName(target) || /^properties\../.test(target)) return [];
    return [
      { path, message: `${quoted(target)} is no field; use a field, properties.NAME or null.`, allowed: fieldNames },
    ];
  });
}

function roleFaults(roles: unknown): MappingFault[] {
  if (!isRecord(roles)) return [notA('roles', roles, 'an object of role to event names')];
  const faults: MappingFault[] = [];
  const roleOfName = new Map<string, string>();
  for (const [role, names] of Object.entries(roles)) {
    const path = `roles.${role}`;
    if (!(reservedEvents as readonly string[]).includes(role)) {
      faults.push({ path, message: `${quoted(role)} is no role.`, allowed: reservedEvents });
    } else if (names !== '*' && !isNameList(names)) {
      faults.push(notA(path, names, "a list of event names, or '*' for every event"));
    } else {
      for (const name of names === '*' ? ['*'] : names) {
        const other = roleOfName.get(name);
        if (other) faults.push({ path, message: `${quoted(name)} plays ${other} already; a name plays one role.` });
        else roleOfName.set(name, role);
      }
    }
  }
  return faults;
}

function unitFaults(unit: unknown): MappingFault[] {
  if ((units as readonly unknown[]).includes(unit)) return [];
  return [{ path: 'amount_unit', message: `${quoted(unit)} is no unit of amounts.`, allowed: units }];
}

function isNameList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string' && name !== '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notA(path: string, value: unknown, what: string): MappingFault {
  return { path, message: `It is ${quoted(value)}; it has to be ${what}.` };
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? String(value) : text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function inWords({ path, message, allowed }: MappingFault): string {
  return `${path === '' ? '' : `${path}: `}${message}${allowed ? ` Allowed: ${allowed.join(', ')}.` : ''}`;
}
