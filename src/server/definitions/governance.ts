import type { EventDefinition, RawEvent, TestRecord } from '#contract/api.js';
import type { Verdict } from '#contract/report-source.js';
import type { EventDefinitions } from './event-definitions.js';
import type { Governed } from './in-force.js';
import { mostRecords, recordOf, type TestRecords } from './test-records.js';

/**
 * What the definition of an event's name says of it: in draft it is dropped, in testing recorded and nowhere counted,
 * published it reports whatever its time. A published version stays in force beside a newer draft.
 */
export function verdictOf(definition: EventDefinition | undefined): Verdict {
  if (!definition) return 'report';
  const testing = definition.state === 'testing';
  if (definition.published) return testing ? 'report_and_record' : 'report';
  return testing ? 'record' : 'drop';
}

/** The rules for what an app collects now; nothing where it has no definition, so that its events cost nothing more. */
export async function governanceOf(
  app: string,
  { events, records, now }: { events: EventDefinitions; records: TestRecords; now: () => number },
): Promise<Governed | undefined> {
  const definitions = await events.list(app);
  if (definitions.length === 0) return undefined;
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const taken = new Map<string, TestRecord[]>();
  return {
    rules: {
      govern: (name) => verdictOf(byName.get(name)),
      record: (event) => {
        const definition = byName.get(event.event);
        if (definition) take(taken, definition, event, now());
      },
    },
    keep: async () => {
      for (const [id, list] of taken) await records.add(app, id, list);
    },
  };
}

/** A request may hold millions of them; only the last are kept. */
function take(taken: Map<string, TestRecord[]>, definition: EventDefinition, event: RawEvent, now: number): void {
  const list = taken.get(definition.id) ?? [];
  taken.set(definition.id, list);
  list.push(recordOf(definition, event, now));
  if (list.length >= 2 * mostRecords) list.splice(0, list.length - mostRecords);
}
