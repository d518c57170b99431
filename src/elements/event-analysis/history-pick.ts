import type { EventQuery, Filter, PastQuery } from '#contract/api.js';
import type { DropDown } from '../base/drop-down.js';
import { waiting } from '../base/waiting.js';
import { daysOfRange } from '../filter-bar/range-days.js';
import { filterText } from '../base/filter-text.js';
import { toGroupBy, toMeasure } from './event-query.js';
import type { EventView } from './event-view.js';
import { titleOf } from './event-words.js';

/** From how many queries on a search helps. */
const MANY = 8;

/** The queries that its reader has asked, each one click back. */
export function historyPick(view: EventView): DropDown {
  const { texts, answers, settings, drops, change } = view;
  const reading = drops.popovers.open === 'history' ? answers.history(settings, view.answeredAt) : {};
  const queries = distinct(reading.answer ?? []);
  return {
    name: 'history',
    label: texts.get('event.history'),
    choices: queries.map((past) => ({ value: past.id, label: labelOf(past, view), hint: hintOf(past, view) })),
    chosen: [],
    search: queries.length > MANY ? { label: texts.get('event.history.search') } : undefined,
    none: waiting(reading, texts) ?? texts.get('event.history.none'),
    face: texts.get('event.history'),
    choose: (id) => {
      const past = queries.find((one) => one.id === id);
      if (past) change({ ...wholeQuery(past.query as unknown as EventQuery, scopeFilters(view)), groups: undefined });
    },
  };
}

/** A question that was asked for more of its groups is the same question. */
function distinct(queries: readonly PastQuery[]): PastQuery[] {
  const seen = new Map<string, PastQuery>();
  for (const past of queries) {
    const key = JSON.stringify({ ...past.query, limit: undefined });
    if (!seen.has(key)) seen.set(key, past);
  }
  return [...seen.values()];
}

/** What an analysis takes over of a past query, and what that left out; filters of the scope hold anyway. */
function wholeQuery(
  { event, measure, field, group_by: groupBy, filters = [], range, start, end, granularity }: EventQuery,
  outer: readonly Filter[],
) {
  const held = new Set(outer.map((filter) => JSON.stringify(filter)));
  const own = filters.filter((filter) => !held.has(JSON.stringify(filter)));
  return {
    ...{ event, measure, field, range, start, end, granularity },
    group_by: groupBy?.length ? groupBy : undefined,
    filters: own.length > 0 ? own : undefined,
  };
}

/** The filters that the scope around says, before the analysis' own. */
function scopeFilters({ settings: { filters = [] }, query }: EventView): readonly Filter[] {
  return filters.slice(0, filters.length - (query.filters?.length ?? 0));
}

function labelOf({ query }: PastQuery, { answers, settings, catalog, texts }: EventView): string {
  const { event, measure, field, group_by: groupBy } = query as unknown as EventQuery;
  const name = answers.names.displayName(settings, event) ?? event;
  return titleOf({ name, measure: toMeasure(measure), field, groupBy: toGroupBy(groupBy) }, catalog, texts);
}

function hintOf({ query, asked_at: askedAt }: PastQuery, { catalog, texts, formats }: EventView): string {
  const { filters = [], range, start, end } = query as unknown as EventQuery;
  const days = daysOfRange({ range, start, end }, undefined);
  return [
    days ? formats.range(days) : (texts.find(`filter.range.${range}`) ?? range ?? ''),
    ...filters.map((filter) => filterText(filter, catalog, texts)),
    formats.dayTime(askedAt),
  ].join(' · ');
}
