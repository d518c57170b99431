import type { AnsweredQuery } from './in-force.js';
import type { QueryHistory } from './query-history.js';

type Waiting = AnsweredQuery & { readonly at: number };

/**
 * Writes answered questions into the history behind their answers: SQLite writes to its file before it returns, and
 * nobody's report has to wait for that. The questions of a batch become one write.
 */
export function createRememberedQueries(history: QueryHistory, now: () => number) {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    const queries = waiting;
    waiting = [];
    try {
      for (const group of byCaller(queries)) await add(history, group);
    } finally {
      writing = waiting.length > 0 ? write() : undefined;
    }
  };
  const settled = async (): Promise<void> => {
    while (writing) await writing;
  };
  return {
    remember: (query: AnsweredQuery): void => {
      waiting.push({ ...query, at: now() });
      writing ??= write();
    },
    /** Resolves when everything that was answered so far is in the history. */
    settled,
  };
}

/** Remembers questions. */
export type RememberedQueries = ReturnType<typeof createRememberedQueries>;

/** The answers have gone out, so a failure is told to each question's own request. */
async function add(history: QueryHistory, group: readonly [Waiting, ...Waiting[]]): Promise<void> {
  try {
    await history.add(group[0].app, group[0].caller, group);
  } catch (error) {
    for (const { failed } of group) failed(error);
  }
}

function byCaller(queries: readonly Waiting[]): (readonly [Waiting, ...Waiting[]])[] {
  const groups = new Map<string, [Waiting, ...Waiting[]]>();
  for (const query of queries) {
    const key = JSON.stringify([query.app, query.caller]);
    const group = groups.get(key);
    if (group) group.push(query);
    else groups.set(key, [query]);
  }
  return [...groups.values()];
}
