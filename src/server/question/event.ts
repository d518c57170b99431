import type { EventMeasure, EventQuery } from '#contract/api.js';
import { eventMeasures } from '#contract/vocabulary.js';
import type { QuestionContext, ReportQuestion } from './context.js';
import { findField } from './fields.js';
import { readGroupBy } from './group-by.js';
import { DEFAULT_GROUPS } from './limits.js';
import { rangeMembers } from './members.js';
import { checkLength, checkLive, noteTooManyDays, readRangePart, type RangePart } from './range.js';
import { compact, type Reader } from './reader.js';

const GRANULARITIES = ['hour', 'day', 'all'] as const;
const ORDERS = ['value', '-value'] as const;
const OF_A_FIELD: readonly EventMeasure[] = ['sum', 'avg', 'min', 'max'];

/** Raw-event fields with numbers that are no dimensions. */
const NUMERIC_FIELDS = ['amount', 'duration_ms'];

/** Counts and measures of one event. */
export const eventQuestion: ReportQuestion<'event'> = {
  members: [...rangeMembers, 'event', 'measure', 'field', 'group_by', 'granularity', 'order', 'limit'],
  read(reader, context) {
    const part = readRangePart(reader, context);
    const granularity = reader.has('granularity') ? reader.word('granularity', GRANULARITIES) : 'day';
    checkRange(reader, part, granularity, context);
    reader.require('event');
    reader.require('measure', eventMeasures);
    const measure = reader.word('measure', eventMeasures);
    return compact<EventQuery>({
      ...part.query,
      event: reader.text('event') ?? '',
      measure: measure ?? 'total',
      field: readMeasuredField(reader, context, measure),
      group_by: readGroupBy(reader, context),
      granularity,
      order: reader.has('order') ? reader.word('order', ORDERS) : '-value',
      limit: reader.integer('limit', 1, context.catalog.limits.max_rows) ?? DEFAULT_GROUPS,
    });
  },
};

/** By the hour a range is limited as a trend is; else as the whole of an analysis. */
function checkRange(
  reader: Reader,
  part: RangePart,
  granularity: (typeof GRANULARITIES)[number] | undefined,
  { catalog: { limits } }: QuestionContext,
): void {
  checkLive(reader, part);
  if (!part.range) return;
  if (granularity === 'hour') checkLength(reader, part.range, 'hour', limits);
  else noteTooManyDays(reader, part.range, limits.max_analysis_days, reader.has('range') ? 'range' : 'end');
}

function readMeasuredField(
  reader: Reader,
  { catalog }: QuestionContext,
  measure: EventMeasure | undefined,
): string | undefined {
  const needsField = measure !== undefined && OF_A_FIELD.includes(measure);
  if (needsField) reader.require('field');
  const id = reader.text('field');
  if (id === undefined || measure === undefined) return undefined;
  if (!needsField) {
    reader.faults.malformed('field', `${measure} is not of a field: leave field out, or measure sum, avg, min or max.`);
    return undefined;
  }
  if (NUMERIC_FIELDS.includes(id)) return id;
  const field = findField(catalog, id, 'field', reader.faults);
  if (field && field.type !== 'number' && field.type !== 'any') {
    reader.faults.add('not_answerable', 'field', `${id} holds no numbers, so it has no ${measure}.`);
  }
  return field?.id;
}
