import type { AppType, CompareKind, Environment, NamedRange } from '#contract/api.js';
import { compareKinds, environments, namedRanges } from '#contract/vocabulary.js';
import { profiles } from '#contract/profiles.js';

/** Where the numbers come from: the drawn population, a sample file, or the visitor's own. */
export type DataSource = 'demo' | 'apache' | 'shop' | 'own';

/** A range of the contract, or the 30 days that end with the day that runs. */
export type RangeChoice = NamedRange | 'to_now' | { readonly start: string; readonly end: string };

/** The pages of the console, in the order of its navigation. */
export const views = [
  'overview',
  'traffic',
  'sources',
  'users',
  'visits',
  'live',
  'custom',
  'analysis',
  'funnels',
  'events',
] as const;

/** One of {@link views}. */
export type View = (typeof views)[number];

/** Everything about the page that a link to it should bring back. */
export interface ConsoleState {
  readonly view: View;
  readonly data: DataSource;
  /** An app's id, or `*` for all of them. */
  readonly app: string;
  readonly range: RangeChoice;
  readonly compare: CompareKind | 'none';
  /** Empty for all. */
  readonly os: string;
  readonly environment: Environment;
  /** What the chart shows. */
  readonly metric: string;
  readonly profile: string;
  /** IANA name; empty for the one of the data. */
  readonly zone: string;
  readonly theme: 'porcelain' | 'instrument';
  readonly scheme: 'auto' | 'light' | 'dark';
  readonly language: Language;
  readonly direction: 'auto' | 'ltr' | 'rtl';
}

/** The languages that the console speaks. */
export const languages = ['en', 'zh-CN', 'ar'] as const;

/** One of {@link languages}. */
export type Language = (typeof languages)[number];

/** Types of apps in the order of the picker. */
export const appTypeOrder: readonly AppType[] = ['mini_program', 'mini_game', 'h5_app'];

/** What a link without anything means. */
export const defaultState: ConsoleState = {
  view: 'overview',
  data: 'demo',
  app: '',
  range: 'to_now',
  compare: 'previous_period',
  os: '',
  environment: 'production',
  metric: 'opens',
  profile: 'standard',
  zone: '',
  theme: 'porcelain',
  scheme: 'auto',
  language: 'en',
  direction: 'auto',
};

const choices = {
  view: views,
  data: ['demo', 'apache', 'shop'],
  compare: ['none', ...compareKinds],
  environment: environments,
  profile: profiles.map(({ id }) => id),
  theme: ['porcelain', 'instrument'],
  scheme: ['auto', 'light', 'dark'],
  language: languages,
  direction: ['auto', 'ltr', 'rtl'],
} as const;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the state out of a link; what it lacks, or what makes no sense, is as `fallback` has it. */
export function readState(search: string, fallback: ConsoleState = defaultState): ConsoleState {
  const given = new URLSearchParams(search);
  const known = Object.fromEntries(
    Object.entries(choices).flatMap(([key, allowed]) => {
      const value = given.get(key);
      return value !== null && (allowed as readonly string[]).includes(value) ? [[key, value]] : [];
    }),
  ) as Partial<ConsoleState>;
  const texts = Object.fromEntries(
    (['app', 'os', 'metric'] as const).flatMap((key) => (given.has(key) ? [[key, given.get(key)!]] : [])),
  );
  const zone = given.get('zone');
  return {
    ...fallback,
    ...known,
    ...texts,
    range: readRange(given) ?? fallback.range,
    ...(zone !== null && isZone(zone) && { zone }),
  };
}

/** Writes the state as a link's search: only what differs from the usual, so that links stay short. */
export function writeState(state: ConsoleState, usual: ConsoleState = defaultState): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(state) as [keyof ConsoleState, ConsoleState[keyof ConsoleState]][]) {
    if (key === 'range' || value === usual[key] || value === 'own') continue;
    given.set(key, value as string);
  }
  if (typeof state.range === 'object') {
    given.set('start', state.range.start);
    given.set('end', state.range.end);
  } else if (state.range !== usual.range) given.set('range', state.range);
  const search = given.toString();
  return search === '' ? '' : `?${search}`;
}

function readRange(given: URLSearchParams): RangeChoice | undefined {
  const [start, end, name] = [given.get('start'), given.get('end'), given.get('range')];
  if (start && end && day.test(start) && day.test(end) && start <= end) return { start, end };
  return [...namedRanges, 'to_now' as const].find((range) => range === name);
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
