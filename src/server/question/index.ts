import type { ReportName } from '#contract/api.js';
import { breakdownQuestion } from './breakdown.js';
import type { ReportQuestion } from './context.js';
import { distributionQuestion } from './distribution.js';
import { eventQuestion } from './event.js';
import { funnelNextQuestion } from './funnel-next.js';
import { funnelQuestion } from './funnel.js';
import { retentionQuestion } from './retention.js';
import { summaryQuestion } from './summary.js';
import { trendQuestion } from './trend.js';

/** How the question of each report is read. */
export const questions: { readonly [Name in ReportName]: ReportQuestion<Name> } = {
  summary: summaryQuestion,
  trend: trendQuestion,
  breakdown: breakdownQuestion,
  distribution: distributionQuestion,
  retention: retentionQuestion,
  funnel: funnelQuestion,
  funnel_next: funnelNextQuestion,
  event: eventQuestion,
};
