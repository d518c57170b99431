import { reservedEvents } from '#contract/events.js';
import type { Scope } from '#contract/report-source.js';
import type { Subject } from '../../subject/subject.js';

/** Names of events of a scope, the most frequent first. */
export async function eventNames({ source }: Subject, scope: Scope): Promise<string[]> {
  const { values } = await source.values(scope, { field: 'event', limit: 20 });
  return values.map(({ value }) => String(value));
}

/**
 * Names that are no role: a step that names a role counts every event that plays it, and event analysis only those of
 * that very name.
 */
export async function plainEventNames(subject: Subject, scope: Scope): Promise<string[]> {
  const roles: readonly string[] = reservedEvents;
  return (await eventNames(subject, scope)).filter((name) => !roles.includes(name));
}
