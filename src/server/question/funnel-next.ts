import type { FunnelNextQuery } from '#contract/api.js';
import type { ReportQuestion } from './context.js';
import { readChain } from './funnel.js';
import { rangeMembers } from './members.js';
import { compact } from './reader.js';

/** What users did next whose chain ended at a step. */
export const funnelNextQuestion: ReportQuestion<'funnel_next'> = {
  members: [...rangeMembers, 'steps', 'window_seconds', 'step', 'limit'],
  read(reader, context) {
    const chain = readChain(reader, context);
    reader.require('step');
    return compact<FunnelNextQuery>({
      ...chain,
      step: reader.integer('step', 1, Math.max(chain.steps.length, 1)) ?? 1,
      limit: reader.integer('limit', 1, 1000),
    });
  },
};
