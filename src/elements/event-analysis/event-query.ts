import type { EventMeasure, EventQuery, EventReport, Filter, Granularity, NamedRange } from '#contract/api.js';
import { eventMeasures } from '#contract/vocabulary.js';
import { EVENT_METRIC } from '#charts/event-trend.js';
import { MOST_GROUP_FIELDS } from '../base/group-by.js';
import { rangeQuery, scopeOf } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { TrendAnswer, TrendQuestion } from '../trend-chart/trend-question.js';

/**
 * What an analysis asks, as one plain value, named as the contract's `EventQuery`. What it leaves out is left to the
 * scope around and to the defaults; members that it does not know (of a past query) are passed over.
 */
export interface EventAnalysisQuery {
  readonly event?: string | undefined;
  readonly measure?: EventMeasure | undefined;
  /** The numeric field of `sum avg min max`. */
  readonly field?: string | undefined;
  /** Up to two fields. */
  readonly group_by?: readonly string[] | undefined;
  readonly filters?: readonly Filter[] | undefined;
  readonly range?: NamedRange | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly granularity?: EventQuery['granularity'] | undefined;
  /** The groups to show, each as the JSON of its key; default the first of them. */
  readonly groups?: readonly string[] | undefined;
}

/** A question about an event, in the shape in which trends are asked for. */
export interface EventQuestion extends TrendQuestion {
  readonly event: EventQuery;
}

/** The answer, and what is drawn of it. */
export interface EventAnswer extends TrendAnswer {
  readonly report: EventReport;
}

/** What an element's own attributes say. */
export interface EventChoices {
  readonly event: string | undefined;
  readonly measure: EventMeasure;
  readonly field: string | undefined;
  readonly groupBy: readonly string[];
  readonly granularity: Granularity | undefined;
  readonly limit: number;
}

/** Lengths of a bucket that an analysis has. */
export const eventGranularities = ['hour', 'day', 'all'] as const satisfies readonly Granularity[];

/** So many groups are told apart in a chart. */
export const MOST_GROUPS = 12;
/** So many groups are asked for, where somebody chooses among them. */
export const ALL_GROUPS = 200;

/** A measure by its name; an unknown one is the total. */
export function toMeasure(measure: string | undefined): EventMeasure {
  return eventMeasures.find((one) => one === measure) ?? 'total';
}

/** Whether a measure is of a numeric field. */
export function isOfField(measure: EventMeasure): boolean {
  return measure === 'sum' || measure === 'avg' || measure === 'min' || measure === 'max';
}

/** The fields that an answer is grouped by: at most two, each once. */
export function toGroupBy(fields: readonly string[] | undefined): readonly string[] {
  return [...new Set(fields)].slice(0, MOST_GROUP_FIELDS);
}

/** Puts settings and choices into a question; `metric` where the event, or the field of its measure, is missing. */
export function eventQuestion(settings: ScopeSettings, choices: EventChoices): EventQuestion | 'app' | 'metric' {
  const scope = scopeOf(settings);
  const { event, measure, field, groupBy, limit } = choices;
  if (!scope) return 'app';
  if (!event || (isOfField(measure) && !field)) return 'metric';
  const range = rangeQuery(settings, { range: 'last_7_days' });
  const query: EventQuery = {
    ...range,
    ...{ event, measure },
    ...(isOfField(measure) && field && { field }),
    ...(groupBy.length > 0 && { group_by: [...groupBy] }),
    ...{ order: '-value', limit },
    granularity: granularityOf(choices.granularity, range),
  };
  return { scope, trend: { ...range, metrics: [EVENT_METRIC] }, event: query };
}

/** A day is cut into hours, more of them into days, unless somebody says otherwise. */
function granularityOf(
  wanted: Granularity | undefined,
  { range, start, end }: Pick<EventQuery, 'range' | 'start' | 'end'>,
): NonNullable<EventQuery['granularity']> {
  const isDay = range === 'today' || range === 'yesterday' || (start !== undefined && start === end);
  return eventGranularities.find((one) => one === wanted) ?? (isDay ? 'hour' : 'day');
}
