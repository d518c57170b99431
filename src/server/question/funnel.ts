import type { FunnelQuery, FunnelStepQuery } from '#contract/api.js';
import type { QuestionContext, ReportQuestion } from './context.js';
import { readFilters } from './filters.js';
import { readGroupBy } from './group-by.js';
import { rangeMembers } from './members.js';
import { checkLive, noteTooManyDays, readRangePart } from './range.js';
import { compact, Reader } from './reader.js';

/** How far users get through ordered steps. */
export const funnelQuestion: ReportQuestion<'funnel'> = {
  members: [...rangeMembers, 'steps', 'window_seconds', 'group_by'],
  read(reader, context) {
    return compact<FunnelQuery>({ ...readChain(reader, context), group_by: readGroupBy(reader, context) });
  },
};

type ChainQuery = Omit<FunnelQuery, 'group_by'>;

/** Reads what makes the chains of a funnel: range, filters, steps, window. */
export function readChain(reader: Reader, context: QuestionContext): ChainQuery {
  const part = readRangePart(reader, context);
  const parameter = reader.has('range') ? 'range' : 'end';
  if (part.range) noteTooManyDays(reader, part.range, context.catalog.limits.max_analysis_days, parameter);
  checkLive(reader, part);
  return compact<ChainQuery>({
    ...part.query,
    steps: readSteps(reader, context),
    window_seconds: reader.integer('window_seconds', 1, Number.MAX_SAFE_INTEGER),
  });
}

/** Reads `steps`: each an event with filters. */
export function readSteps(reader: Reader, context: QuestionContext): FunnelStepQuery[] {
  reader.require('steps');
  const items = reader.objects('steps', 2, context.catalog.limits.max_funnel_steps) ?? [];
  return items.map((item, index) => {
    const at = `/steps/${String(index)}`;
    const step = new Reader(item, 'json', reader.faults);
    for (const name of Object.keys(item)) {
      if (name !== 'event' && name !== 'filters')
        reader.faults.malformed(`${at}/${name}`, 'A step has event and filters.');
    }
    if (item.event === undefined)
      reader.faults.malformed(`${at}/event`, 'A step needs the event that takes a user to it.');
    const event = step.textOf(item.event, `${at}/event`, 1024) ?? '';
    return { event, filters: readFilters(step, context, at) };
  });
}
