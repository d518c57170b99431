import type { ReportName } from '#contract/api.js';
import { breakdownQuestion } from './breakdown.js';
import type { ReportQuestion } from './context.js';
import { summaryQuestion } from './summary.js';
import { trendQuestion } from './trend.js';

type Questions = { readonly [Name in ReportName]: ReportQuestion<Name> };

const common = { summary: summaryQuestion, trend: trendQuestion, breakdown: breakdownQuestion };
const further = () => import('./further.js');

/** How the question of a report is read. */
export async function questionOf<Name extends ReportName>(report: Name): Promise<ReportQuestion<Name>> {
  const known: Partial<Questions> = common;
  return known[report] ?? ({ ...common, ...(await further()) } satisfies Questions as Questions)[report];
}
