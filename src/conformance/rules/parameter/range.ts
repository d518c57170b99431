import type { ReportName } from '#contract/api.js';
import { caseRule, malformed, right } from './case.js';

/** What can be wrong with a range. */
export const rangeParameter = caseRule(
  {
    id: 'parameter.range',
    sentence:
      'A range is a name, or a start and an end of one kind, the end not before the start; anything else is malformed.',
  },
  (ask) => {
    const reports: ReportName[] = ['summary', 'trend', 'breakdown', 'distribution', 'retention'];
    return reports
      .filter((report) => ask.answers(report))
      .flatMap((report) => {
        const ranged = (start?: string, end?: string, range?: string) => ask.get(report, { start, end, range });
        return [
          right(ranged(undefined, undefined, 'yesterday')),
          malformed(ranged(), 'range'),
          malformed(ranged(undefined, undefined, 'last_8_days'), 'range'),
          malformed(ranged('2026-03-02', '2026-03-02', 'yesterday'), 'range'),
          malformed(ranged('2026-03-02', '2026-03-01'), 'end'),
          malformed(ranged('2026-02-30', '2026-03-01'), 'start'),
          malformed(ranged('soon', '2026-03-01'), 'start'),
          malformed(ranged('2026-03-01'), 'end'),
          malformed(ranged(undefined, '2026-03-01'), 'start'),
          malformed(ranged('2026-03-01', '2026-03-02T00:00:00Z'), 'end'),
          malformed(ranged('2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z'), 'end'),
          malformed(ranged('2026-03-01T10:00:00', '2026-03-01T11:00:00Z'), 'start'),
        ];
      });
  },
);

/** What can be wrong with comparisons. */
export const compareParameter = caseRule(
  {
    id: 'parameter.compare',
    sentence:
      'A comparison is one of the named kinds, or has a start and an end of its own; anything else is malformed.',
  },
  (ask) =>
    (['summary', 'trend', 'breakdown'] as const).flatMap((report) => [
      right(ask.get(report, { compare: 'previous_day,last_week,last_month,previous_period' })),
      right(ask.get(report, { compare_start: '2026-02-01', compare_end: '2026-02-01' })),
      malformed(ask.get(report, { compare: 'last_century' }), 'compare'),
      malformed(ask.get(report, { compare_start: '2026-02-01' }), 'compare_end'),
      malformed(ask.get(report, { compare_end: '2026-02-01' }), 'compare_start'),
      malformed(ask.get(report, { compare_start: '2026-02-02', compare_end: '2026-02-01' }), 'compare_end'),
    ]),
);

/** What can be wrong with zone, profile, environment and types of apps. */
export const settingParameters = caseRule(
  {
    id: 'parameter.setting',
    sentence:
      'A time zone is an IANA name, a profile one of the catalogue (else 422 unknown_profile), an environment one of the two; a question about one app has no app_type.',
  },
  (ask, { catalog }) => [
    ...catalog.profiles.map(({ id }) => right(ask.get('summary', { profile: id }))),
    ...['UTC', 'Asia/Kathmandu', 'America/New_York'].map((timezone) => right(ask.get('summary', { timezone }))),
    right(ask.get('summary', { environment: 'non_production' })),
    { ask: ask.get('summary', { timezone: 'Mars/Olympus_Mons' }), status: [400, 422], parameters: ['timezone'] },
    { ask: ask.get('days', { timezone: 'Mars/Olympus_Mons' }), status: [400, 422], parameters: ['timezone'] },
    {
      ask: ask.get('summary', { profile: 'no_such_profile' }),
      status: [422],
      code: 'unknown_profile',
      parameters: ['profile'],
    },
    malformed(ask.get('summary', { environment: 'staging' }), 'environment'),
    malformed(ask.get('values', { environment: 'staging' }), 'environment'),
  ],
);

/** How finely a range is cut. */
export const granularityParameter = caseRule(
  {
    id: 'parameter.granularity',
    sentence:
      'A granularity is one of the listed words, and one that the back end does not cut by is 422 not_available.',
  },
  (ask, { catalog }) => [
    ...(['hour', 'day', 'week', 'month', 'all'] as const)
      .filter((granularity) => catalog.granularities.includes(granularity))
      .map((granularity) => right(ask.get('trend', { granularity }))),
    malformed(ask.get('trend', { granularity: 'fortnight' }), 'granularity'),
    ...(ask.answers('retention')
      ? [
          malformed(ask.get('retention', { granularity: 'hour' }), 'granularity'),
          right(ask.get('retention', { granularity: 'week' })),
        ]
      : []),
    ...(ask.answers('event') ? [malformed(ask.post('event', { granularity: 'week' }), 'granularity')] : []),
  ],
);
