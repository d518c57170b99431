import type { BreakdownQuery } from '#contract/api.js';
import type { ReportQuestion } from './context.js';
import { findField } from './fields.js';
import { DEFAULT_ROWS } from './limits.js';
import { compareMembers, rangeMembers } from './members.js';
import { readMetrics, readOrder } from './metrics.js';
import { checkLength, checkLive, readCompare, readRangePart } from './range.js';
import { compact } from './reader.js';

/** Metrics by the values of one dimension. */
export const breakdownQuestion: ReportQuestion<'breakdown'> = {
  members: [...rangeMembers, ...compareMembers, 'dimension', 'metrics', 'order', 'limit', 'cursor', 'search'],
  read(reader, context) {
    const { catalog } = context;
    const part = readRangePart(reader, context);
    if (part.range) checkLength(reader, part.range, 'all', catalog.limits);
    checkLive(reader, part);
    reader.require(
      'dimension',
      catalog.dimensions.map(({ id }) => id),
    );
    const dimension = reader.text('dimension');
    if (dimension !== undefined) findField(catalog, dimension, 'dimension', reader.faults);
    const metrics = readMetrics(reader, context, 'breakdown');
    return compact<BreakdownQuery>({
      ...part.query,
      ...readCompare(reader, context, part),
      dimension: dimension ?? '',
      metrics,
      order: readOrder(reader, metrics),
      limit: reader.integer('limit', 1, catalog.limits.max_rows) ?? Math.min(DEFAULT_ROWS, catalog.limits.max_rows),
      cursor: reader.text('cursor', 4096),
      search: reader.text('search', 256),
    });
  },
};
