import { caseRule, malformed, notAnswerable, right } from './case.js';

/** What can be wrong with metrics. */
export const metricsParameter = caseRule(
  {
    id: 'parameter.metrics',
    sentence: 'A report of metrics needs at least one; an id that the catalogue lacks is 422 unknown_metric.',
  },
  (ask) =>
    (['summary', 'trend', 'breakdown'] as const).flatMap((report) => [
      right(ask.get(report)),
      malformed(ask.get(report, { metrics: undefined }), 'metrics'),
      malformed(ask.post(report, { metrics: [] }), 'metrics'),
      malformed(ask.post(report, { metrics: ask.metric }), 'metrics'),
      malformed(ask.post(report, { metrics: [7] }), 'metrics'),
      notAnswerable(ask.get(report, { metrics: 'no_such_metric' }), 'unknown_metric', 'metrics'),
      notAnswerable(ask.post(report, { metrics: [ask.metric, 'no_such_metric'] }), 'unknown_metric', 'metrics'),
    ]),
);

/** The order of rows. */
export const orderParameter = caseRule(
  {
    id: 'parameter.order',
    sentence: 'Rows are ordered by a metric that the question asks; by any other it is malformed.',
  },
  (ask) => [
    right(ask.get('breakdown', { order: ask.metric })),
    right(ask.get('breakdown', { order: `-${ask.metric}` })),
    malformed(ask.get('breakdown', { order: 'no_such_metric' }), 'order'),
    malformed(ask.get('breakdown', { order: '' }), 'order'),
  ],
);

/** The dimension of rows and of series. */
export const dimensionParameter = caseRule(
  {
    id: 'parameter.dimension',
    sentence: 'A breakdown needs its dimension; one that the catalogue lacks is 422 unknown_dimension.',
  },
  (ask) => [
    malformed(ask.get('breakdown', { dimension: undefined }), 'dimension'),
    notAnswerable(ask.get('breakdown', { dimension: 'no_such_dimension' }), 'unknown_dimension', 'dimension'),
    notAnswerable(ask.get('trend', { breakdown_by: 'no_such_dimension' }), 'unknown_dimension', 'breakdown_by'),
    malformed(ask.get('values', { field: undefined }), 'field'),
    notAnswerable(ask.get('values', { field: 'no_such_dimension' }), 'unknown_dimension', 'field'),
  ],
);
