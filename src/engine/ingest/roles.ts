import { reservedEvents, type ReservedEvent } from '#contract/events.js';
import type { RoleOf } from '../store/roles.js';
import { commonEventNames, plainName } from './common-names.js';
import type { Mapping } from './mapping.js';

/**
 * Who plays what. A name plays at most one role, decided in this order: the mapping lists it under the role; it is itself
 * a reserved name; the mapping gives the role `'*'`; it is a common name for the role. A role that the mapping lists
 * names for is played by those and by its own name only, not by common names.
 */
export function roleTable(mapping: Mapping = {}): RoleOf {
  const listed = new Map<string, ReservedEvent>();
  const settled = new Set<ReservedEvent>();
  let everyOther: ReservedEvent | null = null;
  for (const role of reservedEvents) {
    const names = mapping.roles?.[role];
    if (names === undefined) continue;
    settled.add(role);
    if (names === '*') everyOther = role;
    else for (const name of names) listed.set(name, role);
  }
  for (const role of reservedEvents) if (!listed.has(role)) listed.set(role, role);
  return (name) => {
    const role = listed.get(name);
    if (role !== undefined) return role;
    if (everyOther !== null) return everyOther;
    const common = commonEventNames.get(plainName(name));
    return common === undefined || settled.has(common) ? null : common;
  };
}
