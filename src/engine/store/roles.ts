import { reservedEvents, type ReservedEvent } from '#contract/events.js';

/** The role that an event name plays, or `null` for a custom event. A name plays at most one. */
export type RoleOf = (eventName: string) => ReservedEvent | null;

/** Roles as small numbers (0 is none), so that a row's role is one look into an array. */
export const roleCodes = Object.fromEntries(reservedEvents.map((role, index) => [role, index + 1])) as Readonly<
  Record<ReservedEvent, number>
>;

/** A log that names things as metrics.md does: a reserved name plays itself. */
export const reservedRoleOf: RoleOf = (name) =>
  (reservedEvents as readonly string[]).includes(name) ? (name as ReservedEvent) : null;
