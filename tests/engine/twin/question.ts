import type { AppType, Filter, Granularity, Profile, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { asOfOf, isLive, rangeOf, type TwinRange } from './periods.js';
import { twinLog, type Happening, type TwinWorld } from './twin-log.js';

/** A world with the time it is in it. */
export interface TwinSetting extends TwinWorld {
  readonly profiles: readonly Profile[];
  readonly now: number;
}

/** What every report starts from: the log of its scope, its range, its rules. */
export interface Question {
  readonly world: TwinSetting;
  readonly isSuperapp: boolean;
  readonly appTypes: readonly AppType[] | null;
  readonly profile: Profile;
  readonly zone: string;
  readonly range: TwinRange;
  readonly asOf: number;
  readonly log: readonly Happening[];
  readonly filters: readonly Filter[];
}

/** Reads a question; it names its zone and profile. */
export function questionOf(world: TwinSetting, scope: Scope, query: RangeQuery, granularity?: Granularity): Question {
  const profile = world.profiles.find(({ id }) => id === query.profile)!;
  const zone = query.timezone!;
  const range = rangeOf(query, world.now, zone);
  const asOf = asOfOf(profile, world.now, isLive(range, granularity));
  const app = scope === 'superapp' ? null : scope.slice('apps/'.length);
  const appTypes = query.app_type ?? null;
  const environment = query.environment ?? 'production';
  const log = twinLog(world, { app, appTypes, environment, profile, asOf });
  return { world, isSuperapp: app === null, appTypes, profile, zone, range, asOf, log, filters: query.filters ?? [] };
}
