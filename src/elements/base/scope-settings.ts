import type { AppType, Catalog, CompareKind, Environment, Filter, Granularity, NamedRange } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { Messages } from '#i18n/message.js';

/**
 * What a scope gives the widgets inside it. Everything is optional: what a scope leaves out, the widget or the back end
 * decides.
 */
export interface ScopeSettings {
  readonly client?: Client | undefined;
  /** The id of an app. */
  readonly app?: string | undefined;
  /** Asks across all apps, or those of `appTypes`, instead of about one. */
  readonly superapp?: boolean | undefined;
  readonly appTypes?: readonly AppType[] | undefined;
  /** A named range, or `start` and `end`. */
  readonly range?: NamedRange | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly granularity?: Granularity | undefined;
  readonly timezone?: string | undefined;
  readonly profile?: string | undefined;
  readonly environment?: Environment | undefined;
  readonly filters?: readonly Filter[] | undefined;
  readonly compare?: readonly CompareKind[] | undefined;
  /** The range to compare with, where it is none of those that have a name. */
  readonly compareStart?: string | undefined;
  readonly compareEnd?: string | undefined;
  readonly locale?: string | undefined;
  readonly direction?: 'ltr' | 'rtl' | undefined;
  /** The host's own texts, by key. */
  readonly texts?: Messages | undefined;
  /** The catalogue, where it shall not be asked for. */
  readonly catalog?: Catalog | undefined;
  /** The one clock: epoch milliseconds. */
  readonly now?: (() => number) | undefined;
  /** The scope that says this, for what sets it: a filter bar. */
  readonly scope?: HTMLElement | undefined;
}

/**
 * The settings in force where one lies inside the other: the inner wins, value by value; a range is one value, and so is
 * a comparison; filters of both hold.
 */
export function nested(outer: ScopeSettings, inner: ScopeSettings): ScopeSettings {
  const given = Object.entries(inner).filter(([, value]) => value !== undefined);
  const setsRange = inner.range !== undefined || inner.start !== undefined;
  const setsApp = inner.app !== undefined || inner.superapp !== undefined;
  const setsCompare = inner.compare !== undefined || inner.compareStart !== undefined;
  return {
    ...outer,
    ...(setsRange && { range: undefined, start: undefined, end: undefined }),
    ...(setsApp && { app: undefined, superapp: undefined }),
    ...(setsCompare && { compare: undefined, compareStart: undefined, compareEnd: undefined }),
    ...(Object.fromEntries(given) as ScopeSettings),
    filters: [...(outer.filters ?? []), ...(inner.filters ?? [])],
    texts: { ...outer.texts, ...inner.texts },
  };
}
