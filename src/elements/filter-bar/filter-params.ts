import type { AppType, CompareKind, Environment, FilterOperator, Granularity, NamedRange } from '#contract/api.js';
import {
  appTypes,
  compareKinds,
  environments,
  filterOperators,
  granularities,
  namedRanges,
} from '#contract/vocabulary.js';
import { readFilter, readItems, writeFilter, writeItems } from './filter-text-form.js';
import type { FilterValue } from './filter-value.js';

/** The parameters, named as the contract's. */
const NAMES = {
  app: 'app',
  superapp: 'superapp',
  appTypes: 'app_type',
  range: 'range',
  start: 'start',
  end: 'end',
  granularity: 'granularity',
  compare: 'compare',
  compareStart: 'compare_start',
  compareEnd: 'compare_end',
  os: 'os',
  environment: 'environment',
  filters: 'filter',
} as const satisfies Record<keyof FilterValue, string>;

/**
 * Writes a filter bar's value as parameters of a link.
 *
 * @param others the page's own parameters, which stay as they are; a copy is made.
 * @example history.replaceState(null, '', `?${toFilterParams(bar.value, new URLSearchParams(location.search))}`)
 */
export function toFilterParams(value: FilterValue, others?: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(others);
  for (const name of Object.values(NAMES)) params.delete(name);
  const { appTypes: types, compare, os, filters, ...single } = value;
  for (const [key, one] of Object.entries(single)) {
    if (one !== undefined) params.set(NAMES[key as keyof typeof single], String(one));
  }
  if (types) params.set(NAMES.appTypes, types.join());
  if (compare) params.set(NAMES.compare, compare.join());
  if (os) params.set(NAMES.os, writeItems(os));
  for (const filter of filters ?? []) params.append(NAMES.filters, writeFilter(filter));
  if (filters?.length === 0) params.set(NAMES.filters, '');
  return params;
}

/** Reads a filter bar's value out of a link. What it does not know, or what makes no sense, is left out. */
export function parseFilterParams(params: URLSearchParams): FilterValue {
  const text = (key: keyof FilterValue): string | undefined => params.get(NAMES[key]) ?? undefined;
  const [superapp, os] = [text('superapp'), text('os')];
  const value: FilterValue = {
    app: text('app'),
    superapp: superapp === 'true' || (superapp === 'false' ? false : undefined),
    appTypes: words<AppType>(text('appTypes'), appTypes),
    ...readRange(word<NamedRange>(text('range'), namedRanges), text('start'), text('end')),
    granularity: word<Granularity>(text('granularity'), granularities),
    ...readComparison(text('compare'), text('compareStart'), text('compareEnd')),
    os: os === undefined ? undefined : readItems(os).map(String),
    environment: word<Environment>(text('environment'), environments),
    filters: params.has(NAMES.filters) ? params.getAll(NAMES.filters).flatMap(knownFilter) : undefined,
  };
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

function readRange(range?: NamedRange, start?: string, end?: string): Pick<FilterValue, 'range' | 'start' | 'end'> {
  if (range) return { range };
  return isSpan(start, end) ? { start, end } : {};
}

type Comparison = Pick<FilterValue, 'compare' | 'compareStart' | 'compareEnd'>;

function readComparison(kinds?: string, start?: string, end?: string): Comparison {
  if (isSpan(start, end)) return { compareStart: start, compareEnd: end };
  return { compare: words<CompareKind>(kinds, compareKinds) };
}

function knownFilter(text: string) {
  const filter = readFilter(text);
  return filter && word<FilterOperator>(filter.operator, filterOperators) ? [filter] : [];
}

/** Two days in order, or two instants. */
function isSpan(start = '', end = ''): boolean {
  const [first, last] = [Date.parse(start), Date.parse(end)];
  return start.length === end.length && first <= last;
}

function word<Word extends string>(text: string | undefined, known: readonly Word[]): Word | undefined {
  return known.find((one) => one === text);
}

/** Unknown words are left out; a list of nothing else is no list. */
function words<Word extends string>(text: string | undefined, known: readonly Word[]): readonly Word[] | undefined {
  const found = text?.split(',').flatMap((one) => word(one, known) ?? []);
  return text === '' || found?.length ? found : undefined;
}
