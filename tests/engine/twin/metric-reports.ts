import type { BreakdownQuery, CompareQuery, SummaryQuery, TrendQuery, Values } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { isEventDimension, matcher, openValue, valueOf, type RowCondition, type Value } from './match.js';
import { measure, newVisits, type Asked } from './measures.js';
import { bucketsOf, comparedOf, wholeOf, type Compared, type Period, type TwinRange } from './periods.js';
import { questionOf, type Question, type TwinSetting } from './question.js';
import { opensOf } from './twin-log.js';

/** A key of a breakdown: the value as text, with the app where pages of several apps stand side by side. */
interface RowKey {
  readonly key: string | null;
  readonly app?: string;
}

/** What `growth` is, in the words of metrics.md. */
export function growthOf(current: number | null, previous: number | null, { profile }: Question): number | null {
  if (current === null || previous === null) return null;
  if (previous !== 0) return (current - previous) / previous;
  return profile.growth.zero_previous === 'divisor_1' ? (current - previous) / 1 : null;
}

const known = new WeakMap<Question, Map<RowCondition | undefined, Asked>>();

/** What metrics are computed from, for all or for a row. */
export function askedOf(question: Question, row?: RowCondition): Asked {
  const ofQuestion = known.get(question) ?? new Map<RowCondition | undefined, Asked>();
  known.set(question, ofQuestion);
  const asked = ofQuestion.get(row) ?? newlyAsked(question, row);
  ofQuestion.set(row, asked);
  return asked;
}

function newlyAsked(question: Question, row?: RowCondition): Asked {
  const { log, zone, world, appTypes, asOf } = question;
  const match = matcher(question.filters, world.sources, row);
  return {
    events: log.filter(match.event),
    opens: opensOf(log).filter(match.open),
    newVisits: newVisits(question).filter((visit) => match.open(visit.open!)),
    zone,
    apps: (world.apps ?? []).filter(({ type }) => appTypes === null || appTypes.includes(type)),
    asOf,
  };
}

/** A value in a period; `null` where it lies past the data. */
function valueIn(metric: string, question: Question, period: Period | null, row?: RowCondition): number | null {
  return period === null || period.start >= question.asOf ? null : measure(metric, askedOf(question, row), period);
}

function kindsOf(query: CompareQuery): string[] {
  return [...(query.compare ?? []), ...(query.compare_start ? ['custom'] : [])];
}

function compared(question: Question, query: CompareQuery, kind: string, useWindows: boolean): Compared {
  const custom = kind === 'custom' ? ({ days: [query.compare_start!, query.compare_end!] } as const) : null;
  const { range, zone, asOf, profile } = question;
  if (!('days' in range)) throw new Error('The twin compares ranges of days only.');
  const windows = useWindows && profile.growth.week_month === 'windows';
  return comparedOf(range, kind, custom, zone, asOf, windows);
}

/** Summary: the values of a range, each with its comparisons. */
export function twinSummary(world: TwinSetting, scope: Scope, query: SummaryQuery) {
  const question = questionOf(world, scope, query);
  const whole = wholeOf(question.range, question.zone);
  const pairs = kindsOf(query).map((kind) => compared(question, query, kind, true));
  return query.metrics.map((metric) => ({
    metric,
    value: valueIn(metric, question, whole),
    comparisons: pairs.map(({ kind, current, previous }) => {
      const [now, then] = [valueIn(metric, question, current), valueIn(metric, question, previous)];
      return { kind, current: now, previous: then, growth: growthOf(now, then, question) };
    }),
  }));
}

function seriesOf(question: Question, range: TwinRange, query: TrendQuery, row?: RowCondition) {
  const granularity = query.granularity ?? 'day';
  const buckets = bucketsOf(range, granularity, question.zone, question.asOf, question.profile.week_start);
  const values = (metric: string) => buckets.map((bucket) => valueIn(metric, question, bucket, row));
  return { buckets, series: query.metrics.map((metric) => ({ metric, values: values(metric) })) };
}

/** Trend without a breakdown: the values of each bucket, and of the ranges compared. */
export function twinTrend(world: TwinSetting, scope: Scope, query: TrendQuery) {
  const question = questionOf(world, scope, query, query.granularity);
  const { buckets, series } = seriesOf(question, question.range, query);
  return {
    buckets: buckets.map(({ label, state }) => ({ start: label, state })),
    series,
    comparisons: kindsOf(query).map((kind) => {
      const { previousRange } = compared(question, query, kind, false);
      return { kind, series: seriesOf(question, previousRange, query).series };
    }),
  };
}

/** Trend broken down: a series for each of the top values, and one for the rest. */
export function twinBrokenTrend(world: TwinSetting, scope: Scope, query: TrendQuery) {
  const question = questionOf(world, scope, query, query.granularity);
  const field = query.breakdown_by!;
  const rows = rowsOf(question, field, query.metrics);
  const ordered = inOrder(rows, query.metrics[0]!, true);
  const top = ordered.slice(0, query.limit ?? 50);
  const rest = ordered.slice(query.limit ?? 50);
  const of = (keys: readonly RowKey[]) =>
    seriesOf(question, question.range, query, conditionOf(question, field, keys)).series;
  return {
    series: top.flatMap((row) => of([row]).map(({ metric, values }) => ({ metric, key: row.key, values }))),
    others: rest.length === 0 ? null : { row_count: rest.length, series: of(rest) },
  };
}

interface Row extends RowKey {
  readonly values: Values;
}

function keyOf(question: Question, field: string, value: Value, app: string): RowKey {
  const key = value === null ? null : String(value);
  return question.isSuperapp && field === 'page_path' ? { key, app } : { key };
}

/** The condition that an event or open stands in one of some rows. */
function conditionOf(question: Question, field: string, keys: readonly RowKey[]): RowCondition {
  const wanted = new Set(keys.map(({ key, app }) => JSON.stringify([key, app])));
  const holds = (value: Value, app: string) => {
    const { key, app: ofApp } = keyOf(question, field, value, app);
    return wanted.has(JSON.stringify([key, ofApp]));
  };
  return { field, isOfEvent: isEventDimension(field), holds };
}

/** All keys of a dimension that the log holds. */
function keysOf(question: Question, field: string): RowKey[] {
  const { log, world } = question;
  const ofEvents = log.map((event) => keyOf(question, field, valueOf(event, field, world.sources), event.app));
  const ofOpens = isEventDimension(field)
    ? []
    : opensOf(log).map((open) => keyOf(question, field, openValue(open, field, world.sources), open.app));
  const all = [...ofEvents, ...ofOpens].map(({ key, app }) =>
    JSON.stringify(app === undefined ? { key } : { key, app }),
  );
  return [...new Set(all)].map((key) => JSON.parse(key) as RowKey);
}

/** The rows of a breakdown: every key for which something is counted. */
function rowsOf(question: Question, field: string, metrics: readonly string[]): Row[] {
  const whole = wholeOf(question.range, question.zone);
  return keysOf(question, field)
    .map((key) => ({ ...key, values: valuesOf(question, metrics, whole, conditionOf(question, field, [key])) }))
    .filter(({ values }) => Object.values(values).some((value) => value !== null && value !== 0));
}

function valuesOf(question: Question, metrics: readonly string[], period: Period | null, row?: RowCondition): Values {
  return Object.fromEntries(metrics.map((metric) => [metric, valueIn(metric, question, period, row)]));
}

function inOrder(rows: readonly Row[], metric: string, descending: boolean): Row[] {
  const text = ({ key, app }: Row) => [key, app ?? ''] as const;
  return [...rows].sort((a, b) => {
    const [x, y] = [a.values[metric] ?? null, b.values[metric] ?? null];
    if (x !== y) {
      if (x === null) return 1;
      if (y === null) return -1;
      return descending ? y - x : x - y;
    }
    const [[aKey, aApp], [bKey, bApp]] = [text(a), text(b)];
    if (aKey !== bKey) return aKey === null ? 1 : bKey === null ? -1 : aKey < bKey ? -1 : 1;
    return aApp < bApp ? -1 : 1;
  });
}

/** Breakdown: a row for each key, the rest as one exact row, and the totals. Metrics asked are base metrics. */
export function twinBreakdown(world: TwinSetting, scope: Scope, query: BreakdownQuery) {
  const question = questionOf(world, scope, query);
  const { dimension, metrics, search, order = `-${metrics[0]!}`, limit = 50 } = query;
  const found = rowsOf(question, dimension, metrics).filter(
    ({ key }) => !search || (key !== null && key.toLowerCase().includes(search.toLowerCase())),
  );
  const ordered = inOrder(found, order.replace(/^-/, ''), order.startsWith('-'));
  const from = Number(query.cursor ?? 0);
  const page = ordered.slice(from, from + limit);
  const rest = [...ordered.slice(0, from), ...ordered.slice(from + limit)];
  const whole = wholeOf(question.range, question.zone);
  const totals = valuesOf(question, metrics, whole);
  const pairs = kindsOf(query).map((kind) => compared(question, query, kind, false));
  const comparisons = (row?: RowCondition, own: Values = totals) =>
    pairs.map(({ kind, previous }) => {
      const values = valuesOf(question, metrics, previous, row);
      const growth = metrics.map((metric) => [metric, growthOf(own[metric]!, values[metric]!, question)]);
      return { kind, values, growth: Object.fromEntries(growth) as Values };
    });
  const shown = (keys: readonly RowKey[], values: Values) => ({
    values,
    comparisons: comparisons(conditionOf(question, dimension, keys), values),
  });
  const othersCondition = conditionOf(question, dimension, rest);
  return {
    rows: page.map(({ values, ...key }) => ({ ...key, ...shown([key], values) })),
    others:
      rest.length === 0
        ? null
        : { row_count: rest.length, ...shown(rest, valuesOf(question, metrics, whole, othersCondition)) },
    totals: { values: totals, comparisons: comparisons() },
    row_count: ordered.length,
  };
}
