import type { Profile } from '#contract/api.js';
import { reservedEvents } from '#contract/events.js';
import { profiles as builtInProfiles } from '#contract/profiles.js';
import { weixinSources } from '#contract/sources.js';
import { createEngine, type Engine, type Mapping } from '#engine/index.js';
import { type ArbitraryLog, type Place, registryAround } from './arbitrary-log.js';
import { plusDays } from './local-time.js';
import type { TwinSetting } from './question.js';

/** A profile whose rules show themselves within days: each of its numbers is another than the built-in profiles have. */
const impatient: Profile = {
  id: 'impatient',
  label: { en: 'Impatient' },
  new_user: { rule: 'reactivation', days: 1 },
  session_timeout_seconds: 600,
  merge_opens_under_seconds: 3,
  growth: { zero_previous: 'divisor_1', week_month: 'windows' },
  timezone: 'America/New_York',
  data_as_of: { rule: 'floor', minutes: 45 },
  live: { rule: 'floor', minutes: 5 },
  week_start: 'sunday',
};

/** The profiles that the questions name. */
export const profiles: readonly Profile[] = [...builtInProfiles, impatient];

/** The engine and the twin with the same log, registry and clock. */
export async function both(
  log: ArbitraryLog,
  place: Place,
  now: number,
): Promise<{ engine: Engine; twin: TwinSetting }> {
  const apps = registryAround(place);
  const mapping: Mapping = { roles: log.roles };
  const engine = createEngine({ clock: { now: () => now }, apps, profiles, mapping });
  let from = 0;
  for (const size of [...log.batches, log.events.length]) {
    const lines = log.events.slice(from, from + size).map((event) => JSON.stringify(event));
    if (lines.length > 0) await engine.ingest(lines.join('\n'), { format: 'ndjson', withoutVisits: true });
    if (log.isAskedBetween) await askSomething(engine, place);
    from += size;
  }
  const roles = Object.entries(log.roles);
  const roleOf = (name: string) =>
    roles.find(([, names]) => names.includes(name))?.[0] ??
    (reservedEvents as readonly string[]).find((role) => role === name) ??
    null;
  return { engine, twin: { events: log.events, roleOf, sources: weixinSources, profiles, apps, now } };
}

/** Makes the engine derive what it keeps, so that what comes later has to undo it. */
async function askSomething(engine: Engine, { zone, day }: Place): Promise<void> {
  const query = { start: plusDays(day, -3), end: plusDays(day, 3), timezone: zone, profile: 'impatient' };
  for (const scope of ['superapp', 'apps/default'] as const) {
    await engine.summary(scope, { ...query, metrics: ['new_users', 'stay_duration', 'total_adds', 'exits'] });
    await engine.breakdown(scope, { ...query, dimension: 'source', metrics: ['active_users', 'opens'] });
  }
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
