import { lacksReport } from '../../subject/subject.js';
import { caseRule, malformed, notAnswerable, right } from './case.js';

const steps = (count: number) => Array.from({ length: count }, () => ({ event: 'page_view' }));

/** What can be wrong with a funnel. */
export const funnelParameters = caseRule(
  {
    id: 'parameter.funnel',
    sentence:
      'A funnel has 2 to as many steps as the limit says, each with an event, a window of at least 1 second and at most two fields to group by.',
  },
  (ask, { catalog: { limits } }) => [
    right(ask.post('funnel', { steps: steps(2) })),
    right(ask.post('funnel', { steps: steps(limits.max_funnel_steps), window_seconds: 1 })),
    ...[0, 1, limits.max_funnel_steps + 1].map((count) =>
      malformed(ask.post('funnel', { steps: steps(count) }), 'steps'),
    ),
    malformed(ask.post('funnel', { steps: undefined }), 'steps'),
    malformed(ask.post('funnel', { steps: [{ event: 'page_view' }, {}] }), 'steps'),
    malformed(ask.post('funnel', { steps: [{ event: 'page_view' }, { event: 'pay', filter: [] }] }), 'steps'),
    malformed(
      ask.post('funnel', {
        steps: [
          { event: 'pay' },
          { event: 'pay', filters: [{ field: ask.dimension, operator: 'like', values: ['a'] }] },
        ],
      }),
      'steps',
    ),
    ...[0, -1, 1.5, '60'].map((window_seconds) => malformed(ask.post('funnel', { window_seconds }), 'window_seconds')),
    right(ask.post('funnel', { group_by: [ask.dimension] })),
    malformed(ask.post('funnel', { group_by: ['source', 'os_name', 'city'] }), 'group_by'),
    notAnswerable(ask.post('funnel', { group_by: ['no_such_dimension'] }), 'unknown_dimension', 'group_by'),
  ],
  (subject) => lacksReport(subject, 'funnel'),
);

/** What can be wrong with a question for what comes next. */
export const funnelNextParameters = caseRule(
  { id: 'parameter.funnel-next', sentence: 'What comes next is asked of one of the steps of the funnel.' },
  (ask) => [
    ...[1, 2].map((step) => right(ask.post('funnel_next', { step }))),
    ...[0, 3, undefined].map((step) => malformed(ask.post('funnel_next', { step }), 'step')),
    ...[0, 1001].map((limit) => malformed(ask.post('funnel_next', { limit }), 'limit')),
  ],
  (subject) => lacksReport(subject, 'funnel_next'),
);

/** What can be wrong with event analysis. */
export const eventParameters = caseRule(
  {
    id: 'parameter.event',
    sentence:
      'Event analysis needs an event and a measure; sum, avg, min and max are of a field, the others of none; at most two fields to group by.',
  },
  (ask) => [
    ...['total', 'users', 'per_user'].map((measure) => right(ask.post('event', { measure }))),
    ...['sum', 'avg', 'min', 'max'].map((measure) => right(ask.post('event', { measure, field: 'amount' }))),
    malformed(ask.post('event', { event: undefined }), 'event'),
    malformed(ask.post('event', { measure: undefined }), 'measure'),
    malformed(ask.post('event', { measure: 'median' }), 'measure'),
    malformed(ask.post('event', { measure: 'sum' }), 'field'),
    malformed(ask.post('event', { measure: 'total', field: 'amount' }), 'field'),
    malformed(ask.post('event', { order: 'opens' }), 'order'),
    malformed(ask.post('event', { limit: 0 }), 'limit'),
    malformed(ask.post('event', { group_by: ['source', 'os_name', 'city'] }), 'group_by'),
  ],
  (subject) => lacksReport(subject, 'event'),
);

/** What can be wrong with retention. */
export const retentionParameters = caseRule(
  {
    id: 'parameter.retention',
    sentence: 'Retention needs its kind of cohort; offsets are whole numbers from 1 to 366.',
  },
  (ask) => [
    right(ask.get('retention', { offsets: '1,366' })),
    malformed(ask.get('retention', { cohort: undefined }), 'cohort'),
    malformed(ask.get('retention', { cohort: 'old_users' }), 'cohort'),
    ...['0', '367', 'x', '1.5'].map((offsets) => malformed(ask.get('retention', { offsets }), 'offsets')),
  ],
  (subject) => lacksReport(subject, 'retention'),
);

/** What can be wrong with a distribution. */
export const distributionParameters = caseRule(
  { id: 'parameter.distribution', sentence: 'A distribution is of visit_depth, visit_duration or opens_per_user.' },
  (ask) => [
    ...['visit_depth', 'visit_duration', 'opens_per_user'].map((of) => right(ask.get('distribution', { of }))),
    malformed(ask.get('distribution', { of: undefined }), 'of'),
    malformed(ask.get('distribution', { of: 'height' }), 'of'),
  ],
  (subject) => lacksReport(subject, 'distribution'),
);
