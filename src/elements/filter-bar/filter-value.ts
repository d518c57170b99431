import type { AppType, CompareKind, Environment, Filter, Granularity, NamedRange } from '#contract/api.js';
import type { ScopeSettings } from '../base/scope-settings.js';

/**
 * What a filter bar says, as one plain value. It is named as the attributes of a scope are; what is absent is left to the
 * scope around, the widget or the back end.
 */
export interface FilterValue {
  /** The id of an app; or `superapp`, for all of them. */
  readonly app?: string | undefined;
  readonly superapp?: boolean | undefined;
  readonly appTypes?: readonly AppType[] | undefined;
  /** A named range, or `start` and `end`. */
  readonly range?: NamedRange | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly granularity?: Granularity | undefined;
  /** Kinds of comparison, none of them where it is empty; or `compareStart` and `compareEnd`. */
  readonly compare?: readonly CompareKind[] | undefined;
  readonly compareStart?: string | undefined;
  readonly compareEnd?: string | undefined;
  readonly os?: readonly string[] | undefined;
  readonly environment?: Environment | undefined;
  readonly filters?: readonly Filter[] | undefined;
}

/** The filters that a bar can show, each with what it says. */
export const filterParts = {
  app: ['app', 'superapp'],
  type: ['appTypes'],
  range: ['range', 'start', 'end'],
  granularity: ['granularity'],
  compare: ['compare', 'compareStart', 'compareEnd'],
  os: ['os'],
  environment: ['environment'],
  filters: ['filters'],
} as const satisfies Record<string, readonly (keyof FilterValue)[]>;

/** The name of a filter that a bar can show. */
export type FilterName = keyof typeof filterParts;

/** What a bar can set: a scope, or itself where there is none. */
export interface FilterTarget {
  readonly settings: ScopeSettings;
  readonly os: readonly string[] | undefined;
  readonly filters: readonly Filter[] | undefined;
}

/** The filters that a text names, in its order; unknown names and repetitions are left out. */
export function filterNames(names: readonly string[]): FilterName[] {
  return [...new Set(names)].filter((name): name is FilterName => Object.hasOwn(filterParts, name));
}

/** What is in force, of the filters that are shown. Free filters and systems are the target's own, which can be changed. */
export function valueOf({ settings, os, filters }: FilterTarget, shown: readonly FilterName[]): FilterValue {
  const all: FilterValue = { ...settings, os, filters };
  const parts = shown.flatMap((name) => filterParts[name].map((key) => [key, all[key]] as const));
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined && value !== false));
}

/** A value whole: what it does not say of the filters that are shown is said as `undefined`, so that it can be assigned. */
export function wholeValue(value: FilterValue, shown: readonly FilterName[]): Partial<FilterValue> {
  const keys: readonly (keyof FilterValue)[] = shown.flatMap((name) => filterParts[name]);
  const whole = keys.map((key) => [key, key === 'superapp' ? (value.superapp ?? false) : value[key]] as const);
  return Object.fromEntries(whole);
}

/** The filters that a change is about. */
export function changedParts(change: Partial<FilterValue>, shown: readonly FilterName[]): FilterName[] {
  return shown.filter((name) => filterParts[name].some((key) => key in change));
}
