import type { Problem, ReportName } from '#contract/api.js';
import { pathOf } from '../../ask/asker.js';
import { type Ask, quoted, type Exchange } from '../../ask/exchange.js';
import type { AskingRule, Finding } from '../../rule.js';
import { plainStudy, type Subject } from '../../subject/subject.js';
import { joined, unless } from '../findings.js';

/** Members of a question; `undefined` leaves one out, a list is given several times in a query string. */
export type Members = Readonly<Record<string, unknown>>;

/** A question at the edge of what is allowed, and what has to come of it. */
export interface Case {
  readonly ask: Ask;
  /** One of these. */
  readonly status: readonly number[];
  /** The problem's code, where the contract says it. */
  readonly code?: string;
  /** The parameters that the problem has to name, all of them. */
  readonly parameters?: readonly string[];
}

/** A rule whose questions each have one right status. */
export function caseRule(
  { id, sentence }: Pick<AskingRule, 'id' | 'sentence'>,
  cases: (questions: Questions, subject: Subject) => readonly Case[],
  cannot?: AskingRule['cannot'],
): AskingRule {
  return {
    id,
    sentence,
    ...(cannot && { cannot }),
    check: (subject) =>
      joined(cases(new Questions(subject), subject), async (one) => judged(await subject.asker.send(one.ask), one)),
  };
}

function judged({ asked, status, json, text }: Exchange, { status: wanted, code, parameters = [] }: Case): Finding[] {
  if (status === 401 || status === 403) return []; // who may ask comes before what is asked
  const problem = json as Partial<Problem> | undefined;
  if (!wanted.includes(status)) return unless(false, [asked], `${status} ${text.slice(0, 300)}`, wanted.join(' or '));
  const named = (problem?.errors ?? []).map(({ parameter }) => plain(parameter));
  const missing = parameters.filter((parameter) => !named.some((name) => name.includes(parameter)));
  return [
    ...unless(
      code === undefined || problem?.code === code,
      [asked],
      `code ${quoted(problem?.code)}`,
      `code ${code ?? ''}`,
    ),
    ...unless(
      missing.length === 0,
      [asked],
      `errors about ${quoted(named)}`,
      `one about each of ${parameters.join(', ')}`,
    ),
  ];
}

/** `filters` and `filter` are one; a JSON pointer names each step on its way. */
function plain(parameter: string): string[] {
  return parameter
    .split('/')
    .filter((step) => step !== '')
    .map((step) => (step === 'filters' ? 'filter' : step));
}

/** Makes questions of each report that differ from a right one in what is tried. */
export class Questions {
  readonly #subject: Subject;
  readonly #path: string;
  readonly metric: string;
  readonly dimension: string;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.#path = pathOf(plainStudy(subject).scope);
    this.metric = metricNamed(subject, ['opens', 'visits', 'active_users']);
    const dimensions = subject.catalog.dimensions.filter(({ type, id }) => type === 'string' && !id.endsWith('*'));
    this.dimension = dimensions.find(({ kind }) => kind === 'open')?.id ?? dimensions[0]?.id ?? 'source';
  }

  /** A report's question in a query string. */
  get(report: ReportName | 'values' | 'days', change: Members = {}): Ask {
    const base = report === 'values' ? { field: this.dimension } : report === 'days' ? {} : this.#base(report);
    const pairs = Object.entries({ ...base, ...change }).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
        one === undefined ? [] : [`${name}=${encodeURIComponent(one as string)}`],
      ),
    );
    const at = report === 'values' || report === 'days' ? report : `reports/${report}`;
    return { method: 'GET', path: `${this.#path}/${at}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}` };
  }

  /** A report's question in JSON. */
  post(report: ReportName, change: Members = {}): Ask {
    return { method: 'POST', path: `${this.#path}/reports/${report}`, body: { ...this.#base(report), ...change } };
  }

  /** Whether the back end answers a report. */
  answers(report: ReportName): boolean {
    return this.#subject.catalog.reports.includes(report);
  }

  #base(report: ReportName): Record<string, unknown> {
    const { recent } = plainStudy(this.#subject);
    const range = { start: recent.end, end: recent.end };
    const metrics = [this.metric];
    switch (report) {
      case 'summary':
      case 'trend':
        return { ...range, metrics };
      case 'breakdown':
        return { ...range, metrics, dimension: this.dimension };
      case 'distribution':
        return { ...range, of: 'visit_depth' };
      case 'retention':
        return { ...range, cohort: 'active_users' };
      case 'funnel':
        return { ...range, steps: twoSteps };
      case 'funnel_next':
        return { ...range, steps: twoSteps, step: 1 };
      case 'event':
        return { ...range, event: 'page_view', measure: 'total' };
    }
  }
}

const twoSteps = [{ event: 'launch' }, { event: 'page_view' }];

/** A metric that all reports of metrics answer: one of these, else the first. */
function metricNamed({ catalog }: Subject, wanted: readonly string[]): string {
  const known = catalog.metrics
    .filter(({ reports, unit }) => reports.length === 3 && unit !== 'money')
    .map(({ id }) => id);
  return wanted.find((id) => known.includes(id)) ?? known[0] ?? wanted[0]!;
}

/** Malformed, and about these parameters. */
export function malformed(ask: Ask, ...parameters: string[]): Case {
  return { ask, status: [400], parameters };
}

/** Well-formed but not answerable, with this code. */
export function notAnswerable(ask: Ask, code: string, ...parameters: string[]): Case {
  return { ask, status: [422], code, parameters };
}

/** Right, however close to the edge. */
export function right(ask: Ask): Case {
  return { ask, status: [200] };
}
