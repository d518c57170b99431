import type { TrendQuery } from '#contract/api.js';
import type { ReportQuestion } from './context.js';
import { findField } from './fields.js';
import { readGranularity } from './granularity.js';
import { DEFAULT_ROWS } from './limits.js';
import { compareMembers, rangeMembers } from './members.js';
import { readMetrics } from './metrics.js';
import { checkLength, checkLive, readCompare, readRangePart } from './range.js';
import { compact } from './reader.js';

/** Metrics over time. */
export const trendQuestion: ReportQuestion<'trend'> = {
  members: [...rangeMembers, ...compareMembers, 'metrics', 'granularity', 'breakdown_by', 'limit'],
  read(reader, context) {
    const { catalog } = context;
    const part = readRangePart(reader, context);
    const granularity = readGranularity(reader, context, part.range);
    if (part.range && granularity) checkLength(reader, part.range, granularity, catalog.limits);
    checkLive(reader, part, granularity);
    const breakdownBy = reader.text('breakdown_by');
    const field =
      breakdownBy === undefined ? undefined : findField(catalog, breakdownBy, 'breakdown_by', reader.faults);
    const limit = reader.integer('limit', 1, catalog.limits.max_rows);
    return compact<TrendQuery>({
      ...part.query,
      ...readCompare(reader, context, part),
      metrics: readMetrics(reader, context, 'trend'),
      granularity,
      breakdown_by: field?.id,
      limit: field && (limit ?? Math.min(DEFAULT_ROWS, catalog.limits.max_rows)),
    });
  },
};
