import { profiles } from '#contract/profiles.js';
import { parseFilterParams, toFilterParams } from '#elements/filter-bar/filter-params.js';
import type { FilterValue } from '#elements/filter-bar/filter-value.js';

/** Where the numbers come from: the drawn population, a sample file, the visitor's own, or a back end at an address. */
export type DataSource = 'demo' | 'apache' | 'shop' | 'own' | 'served';

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
  /** Where the back end answers, without a slash at the end; empty unless the data is served. Its token is never kept. */
  readonly server: string;
  /** What the reader has chosen in the filter bar, and nothing else. */
  readonly filter: FilterValue;
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

/** What a link without anything means. */
export const defaultState: ConsoleState = {
  view: 'overview',
  data: 'demo',
  server: '',
  filter: {},
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
  data: ['demo', 'apache', 'shop', 'served'],
  profile: profiles.map(({ id }) => id),
  theme: ['porcelain', 'instrument'],
  scheme: ['auto', 'light', 'dark'],
  language: languages,
  direction: ['auto', 'ltr', 'rtl'],
} as const;

/** Reads the state out of a link; what it lacks, or what makes no sense, is as `fallback` has it. */
export function readState(search: string, fallback: ConsoleState = defaultState): ConsoleState {
  const given = new URLSearchParams(search);
  const known = Object.fromEntries(
    Object.entries(choices).flatMap(([key, allowed]) => {
      const value = given.get(key);
      return value !== null && (allowed as readonly string[]).includes(value) ? [[key, value]] : [];
    }),
  ) as Partial<ConsoleState>;
  const metric = given.get('metric');
  const zone = given.get('zone');
  return {
    ...fallback,
    ...known,
    ...(metric && { metric }),
    server: given.get('server') ?? fallback.server,
    filter: parseFilterParams(given),
    ...(zone !== null && isZone(zone) && { zone }),
  };
}

/** Writes the state as a link's search: only what differs from the usual, so that links stay short. */
export function writeState(state: ConsoleState, usual: ConsoleState = defaultState): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(state) as [keyof ConsoleState, ConsoleState[keyof ConsoleState]][]) {
    if (key === 'filter' || value === usual[key] || value === 'own') continue;
    given.set(key, value as string);
  }
  const search = toFilterParams(state.filter, given).toString();
  return search === '' ? '' : `?${search}`;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
