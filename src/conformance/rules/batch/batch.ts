import type { BatchResponse, ReportName } from '#contract/api.js';
import { questionOf } from '../../ask/asker.js';
import { quoted } from '../../ask/exchange.js';
import { NotApplicable, type AskingRule } from '../../rule.js';
import { plainStudy, type Subject } from '../../subject/subject.js';
import { joined, unless } from '../findings.js';
import { caseRule, malformed, Questions, type Case } from '../parameter/case.js';
import { withoutClock } from '../without-clock.js';

const path = '/v1/reports:batch';
const cannot = ({ catalog }: Subject) => (catalog.batches ? undefined : 'it does not batch');

interface Item {
  readonly id: string;
  readonly scope: string;
  readonly report: ReportName;
  readonly query: unknown;
}

function itemsOf(subject: Subject): Item[] {
  const ask = new Questions(subject);
  const { scope } = plainStudy(subject);
  const reports: ReportName[] = ['summary', 'trend', 'breakdown', 'distribution', 'retention', 'funnel', 'event'];
  const items = reports
    .filter((report) => ask.answers(report))
    .map((report): Item => ({
      ...{ id: `of-${report}`, scope, report },
      query: ask.post(report).body,
    }));
  const bad: Item = { id: 'bad', scope, report: 'summary', query: { range: 'yesterday', metrics: ['no_such_metric'] } };
  const lost: Item = {
    id: 'lost',
    scope: 'apps/no-such-app-of-conformance',
    report: 'summary',
    query: items[0]!.query,
  };
  return [bad, ...items, lost];
}

/** A batch is its questions. */
export const batchIsSingles: AskingRule = {
  id: 'batch.same-as-single',
  sentence: 'A question in a batch is answered as it is alone, each with its own status, in the order asked.',
  cannot,
  async check(subject) {
    const items = itemsOf(subject).slice(0, subject.catalog.limits.max_batch);
    const { status, json, text, asked } = await subject.asker.send({ method: 'POST', path, body: items });
    if (status !== 200 || !Array.isArray(json))
      return unless(false, [asked], `${status} ${text.slice(0, 200)}`, '200 with a list');
    const answers = json as BatchResponse;
    const ids = [answers.map(({ id }) => id), items.map(({ id }) => id)];
    const inOrder = unless(quoted(ids[0]) === quoted(ids[1]), [asked], quoted(ids[0]), quoted(ids[1]));
    const found = await joined(items, async ({ id, scope, report, query }) => {
      const answer = answers.find((one) => one.id === id);
      if (!answer) return [];
      const alone = await subject.asker.send(questionOf(report, scope as 'superapp', query as object));
      const [came, expected] = [quoted(withoutClock(answer.body)), quoted(withoutClock(alone.json))];
      const holds =
        answer.status === alone.status &&
        JSON.stringify(withoutClock(answer.body)) === JSON.stringify(withoutClock(alone.json));
      return unless(holds, [asked, alone.asked], `${id}: ${answer.status} ${came}`, `${alone.status} ${expected}`);
    });
    return [...inOrder, ...found];
  },
};

/** What a batch may be. */
export const batchLimits = caseRule(
  {
    id: 'batch.limits',
    sentence:
      'A batch has 1 to as many questions as the limit says, each with an id of its own; else it is malformed as a whole.',
  },
  (ask, subject) => {
    const { scope } = plainStudy(subject);
    const { body: query } = ask.post('summary');
    const sent = (count: number): Case['ask'] => ({
      method: 'POST',
      path,
      body: Array.from({ length: count }, (_, at) => ({ id: `q${at}`, scope, report: 'summary', query })),
    });
    const most = subject.catalog.limits.max_batch;
    if (most > 200) throw new NotApplicable(`its limit is ${most} questions`);
    const twice = { method: 'POST', path, body: [1, 2].map(() => ({ id: 'same', scope, report: 'summary', query })) };
    return [
      malformed(sent(0)),
      { ask: sent(most), status: [200] },
      malformed(sent(most + 1)),
      malformed(twice),
      malformed({ method: 'POST', path, body: {} }),
    ];
  },
  cannot,
);

/** The two ways to ask a report. */
export const postIsGet: AskingRule = {
  id: 'question.get-is-post',
  sentence: 'A report that can be asked by GET gives the same answer asked with JSON.',
  check(subject) {
    const ask = new Questions(subject);
    const reports: ReportName[] = ['summary', 'trend', 'breakdown', 'distribution', 'retention'];
    return joined(
      reports.filter((report) => ask.answers(report)),
      async (report) => {
        const [got, posted] = await Promise.all([
          subject.asker.send(ask.get(report)),
          subject.asker.send(ask.post(report)),
        ]);
        const [left, right] = [got, posted].map(({ json }) => JSON.stringify(withoutClock(json)));
        return unless(
          got.status === posted.status && left === right,
          [got.asked, posted.asked],
          quoted(withoutClock(posted.json)),
          quoted(withoutClock(got.json)),
        );
      },
    );
  },
};
