import { weixinSources } from '#contract/sources.js';
import { createEngine, type Engine } from '#engine/index.js';
import { type ArbitraryLog, type Place, registryAround } from './arbitrary-log.js';
import { type TwinSetting } from './question.js';

const reserved = [
  'launch',
  'background',
  'page_view',
  'page_leave',
  'share',
  'add',
  'remove',
  'pay',
  'ad_impression',
  'click',
];

/** The engine and the twin with the same log, registry and clock. */
export async function both(
  log: ArbitraryLog,
  place: Place,
  now: number,
): Promise<{ engine: Engine; twin: TwinSetting }> {
  const apps = registryAround(place);
  const engine = createEngine({ clock: { now: () => now }, apps });
  let from = 0;
  for (const size of [...log.batches, log.events.length]) {
    const lines = log.events.slice(from, from + size).map((event) => JSON.stringify(event));
    if (lines.length > 0) await engine.ingest(lines.join('\n'), { format: 'ndjson', withoutVisits: true });
    from += size;
  }
  const roleOf = (name: string) => (reserved.includes(name) ? name : null);
  return { engine, twin: { events: log.events, roleOf, sources: weixinSources, apps, now } };
}

/** Where two answers differ, as `path: engine …, twin …`; empty where they are the same. */
export function differences(engine: unknown, twin: unknown, path = ''): string[] {
  if (isTree(engine) && isTree(twin)) {
    const names = [...new Set([...Object.keys(engine), ...Object.keys(twin)])];
    return names.flatMap((name) => differences(engine[name], twin[name], path === '' ? name : `${path}.${name}`));
  }
  if (isSame(engine, twin)) return [];
  return [`${path}: engine ${JSON.stringify(engine)}, twin ${JSON.stringify(twin)}`];
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Equal, but for what a sum in another order can change. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** How many random cases to try; `TWIN_RUNS=20` tries twenty times as many, for a long look. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: usual * Number(process.env['TWIN_RUNS'] ?? 1) };
}

/** Long enough for {@link runs} of a long look; the usual runs take a second. */
export const patience = 30_000 * Number(process.env['TWIN_RUNS'] ?? 1);
