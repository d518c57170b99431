import type { Problem, ReportName } from '#contract/api.js';
import { quoted } from '../../ask/exchange.js';
import type { AskingRule } from '../../rule.js';
import { unless } from '../findings.js';
import { caseRule, malformed, Questions, right } from './case.js';

/** What a question does not take. */
export const unknownParameter = caseRule(
  {
    id: 'parameter.unknown',
    sentence:
      'What a question does not take is a fault and not ignored: an answer without its mistyped filter is a wrong number. Names that begin with _ are free.',
  },
  (ask) => {
    const gets: ReportName[] = ['summary', 'trend', 'breakdown', 'distribution', 'retention'];
    const posts: ReportName[] = [...gets, 'funnel', 'funnel_next', 'event'];
    return [
      ...[...gets.filter((report) => ask.answers(report)), 'values' as const, 'days' as const].flatMap((report) => [
        malformed(ask.get(report, { filtre: 'os_name:eq:iOS' }), 'filtre'),
        right(ask.get(report, { _: '1' })),
      ]),
      ...posts
        .filter((report) => ask.answers(report))
        .map((report) => malformed(ask.post(report, { filter: ['os_name:eq:iOS'] }), 'filter')),
    ];
  },
);

/** All that is wrong is said at once. */
export const allFaults = caseRule(
  {
    id: 'problem.all-faults',
    sentence: 'A problem names all faults of a request at once; where malformed and not answerable mix, it is 400.',
  },
  (ask) => [
    malformed(
      ask.get('summary', { range: 'x', metrics: undefined, environment: 'y' }),
      'range',
      'metrics',
      'environment',
    ),
    malformed(ask.get('breakdown', { limit: 0, metrics: 'no_such_metric', order: undefined }), 'limit', 'metrics'),
    malformed(
      ask.post('trend', { metrics: ['no_such_metric'], granularity: 'x', limit: -1 }),
      'metrics',
      'granularity',
      'limit',
    ),
  ],
);

/** Nearest names are suggested. */
export const nearestName: AskingRule = {
  id: 'problem.nearest-name',
  sentence: 'A name that is nearly right is answered with the nearest that there are.',
  async check(subject) {
    const ask = new Questions(subject);
    const mistyped = ask.metric.slice(0, -1);
    const { asked, json, status } = await subject.asker.send(ask.get('summary', { metrics: mistyped }));
    if (status !== 422) return []; // said by the rule about metrics
    const errors = (json as Partial<Problem> | undefined)?.errors ?? [];
    const isNamed = errors.some(
      ({ message, allowed = [] }) => allowed.includes(ask.metric) || message.includes(ask.metric),
    );
    return unless(isNamed, [asked], quoted(errors), `${ask.metric} among what is allowed`);
  },
};
