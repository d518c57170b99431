import type { Faults } from '../faults.js';
import { nearest } from '../nearest.js';

/** How a member is written in a query string; in JSON lists are arrays. */
type MemberKind = 'text' | 'list' | 'filters';

const KINDS = {
  range: 'text',
  start: 'text',
  end: 'text',
  timezone: 'text',
  filters: 'filters',
  profile: 'text',
  environment: 'text',
  app_type: 'list',
  compare: 'list',
  compare_start: 'text',
  compare_end: 'text',
  metrics: 'list',
  granularity: 'text',
  breakdown_by: 'text',
  dimension: 'text',
  order: 'text',
  limit: 'text',
  cursor: 'text',
  search: 'text',
  of: 'text',
  cohort: 'text',
  offsets: 'list',
  field: 'text',
  steps: 'list',
  step: 'text',
  window_seconds: 'text',
  group_by: 'list',
  event: 'text',
  measure: 'text',
  page: 'text',
  page_size: 'text',
  days: 'text',
} as const satisfies Record<string, MemberKind>;

/** The name of anything that a question can say. */
export type Member = keyof typeof KINDS;

/** How a member is written in a query string. */
export function kindOfMember(member: Member): MemberKind {
  return KINDS[member];
}

/** What a member is called in a query string. */
export function parameterOf(member: Member): string {
  return member === 'filters' ? 'filter' : member;
}

/** What every question of a range can say. */
export const rangeMembers = [
  'range',
  'start',
  'end',
  'timezone',
  'filters',
  'profile',
  'environment',
  'app_type',
] as const;

/** What a question that compares can say. */
export const compareMembers = ['compare', 'compare_start', 'compare_end'] as const;

/**
 * Notes a member that the question does not take. It is a fault and not ignored: an answer to a question without its
 * mistyped filter is a wrong number that nobody notices. Names that begin with `_` are free.
 */
export function noteUnknownMember(name: string, known: readonly string[], faults: Faults, at = name): void {
  if (name.startsWith('_') || known.includes(name)) return;
  const [best] = nearest(name, known);
  const hint = best === undefined ? '' : ` Did you mean ${best}?`;
  faults.malformed(at, `“${name}” is not taken here.${hint}`, known);
}
