import type { ReportName } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import type { Ask, Scope } from '#contract/report-source.js';
import { Refused } from '../../ask/refused.js';
import { comparable } from '../../load/comparable.js';
import { differences } from '../../load/differences.js';
import type { Loaded } from '../../load/loaded.js';
import type { LoadQuestion } from '../../load/question.js';
import type { Finding } from '../../rule.js';
import type { Subject } from '../../subject/subject.js';
import { asked } from '../findings.js';

const MOST_DIFFERENCES = 3;

/** Asks both, and quotes the first rows that differ. */
export async function compared(
  subject: Subject,
  { oracle }: Loaded,
  scope: Scope,
  question: LoadQuestion,
): Promise<Finding[]> {
  const known = answerable(subject, question);
  if (!known) return [];
  const { report, query } = known;
  const ask = oracle[report] as unknown as Ask<ReportName>;
  const [came, expected] = await Promise.all([
    subject.asker.report(report, scope, query).then((answer) => comparable(report, answer), refusal),
    ask(scope, query).then((answer) => comparable(report, answer), refusal),
  ]);
  return differences(came, expected)
    .slice(0, MOST_DIFFERENCES)
    .map((difference) => ({
      asked: [asked(report, scope, query)],
      came: `${difference.at}: ${difference.came}`,
      expected: `${difference.expected}, as the engine has it`,
    }));
}

/** What has no answer is refused with the same code. */
function refusal(error: unknown): { code: string | undefined } {
  if (error instanceof Refused && error.exchange.status !== 403) return { code: error.code ?? error.message };
  if (error instanceof ReportError) return { code: error.code };
  throw error;
}

/** The question with what the catalogue knows of it; nothing where that leaves nothing. */
function answerable({ catalog }: Subject, question: LoadQuestion): LoadQuestion | undefined {
  const { report, query } = question;
  const { profile = catalog.default_profile } = query;
  if (!catalog.reports.includes(report) || !catalog.profiles.some(({ id }) => id === profile)) return undefined;
  const dimensions = [
    ...('dimension' in query ? [query.dimension] : []),
    ...('group_by' in query ? (query.group_by ?? []) : []),
  ];
  const isKnown = (id: string) =>
    catalog.dimensions.some((one) => one.id === id || (one.id === 'properties.*' && id.startsWith('properties.')));
  if (!dimensions.every(isKnown)) return undefined;
  if (!('metrics' in query)) return question;
  const metrics = query.metrics.filter((id) =>
    catalog.metrics.some(
      (metric) => metric.id === id && metric.reports.includes(report) && (metric.scopes?.includes('app') ?? true),
    ),
  );
  return metrics.length === 0 ? undefined : ({ report, query: { ...query, metrics } } as LoadQuestion);
}
