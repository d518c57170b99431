import { edge, eventsOf, monday, profileIds, summaries, type Edge, type LoadQuestion, type Row } from './question.js';

const day = 86_400_000;
const view = { page_path: 'home' };
const daily = (
  range: { start: string; end: string },
  timezone: string,
  metrics = ['active_users', 'new_users', 'visits', 'opens'],
): LoadQuestion => ({
  report: 'trend',
  query: { ...range, metrics, granularity: 'day', timezone },
});
const hourly = (date: string, timezone: string): LoadQuestion => ({
  report: 'trend',
  query: { start: date, end: date, metrics: ['visits', 'active_users'], granularity: 'hour', timezone },
});

/** Users who come back after so many whole days without a visit. */
const returns = [28, 29, 30, 31].flatMap((days): Row[] => [
  [`after-${days}`, 0, 'page_view', view],
  [`after-${days}`, (days + 1) * day, 'page_view', view],
]);
/** Two events that are sent again and again. */
const twice: Row[] = [
  ['a', 0, 'page_view', view],
  ['a', 1000, 'page_view', view],
];
const spring = { start: '2026-03-02', end: '2026-04-05' };

const halfHours = (date: string, hours: number): Row[] =>
  Array.from({ length: hours * 2 }, (_, step): Row => [
    `u${step % 3}`,
    new Date(Date.parse(`${date}T00:10:00Z`) + step * 1_800_000).toISOString(),
    'page_view',
    view,
  ]);

/** Where days, hours and first visits begin. */
export const edgesOfTime: readonly Edge[] = [
  edge(
    {
      id: 'reactivation',
      sentence:
        'Where a profile says so, a user is new again after at least 30 whole days, in the zone of the report, strictly between two visits: not after 29.',
    },
    returns,
    [
      ...profileIds.map((profile): LoadQuestion => ({
        report: 'trend',
        query: { ...spring, metrics: ['new_users', 'active_users'], granularity: 'day', profile, timezone: 'UTC' },
      })),
      {
        report: 'retention',
        query: {
          ...spring,
          cohort: 'new_users',
          granularity: 'day',
          offsets: [1, 29, 30, 31],
          profile: 'tencent_sas',
          timezone: 'UTC',
        },
      },
    ],
  ),
  edge(
    {
      id: 'local-midnight',
      sentence: 'An event belongs to the day of the zone of the report: at +05:45 a day begins at 18:15 UTC.',
    },
    [
      ['a', '2026-03-02T18:14:59.999Z', 'page_view', view],
      ['b', '2026-03-02T18:15:00.000Z', 'page_view', view],
      ['c', '2026-03-02T15:59:59.999Z', 'page_view', view],
      ['d', '2026-03-02T16:00:00.000Z', 'page_view', view],
      ['e', '2026-03-03T04:59:59.999Z', 'page_view', view],
      ['f', '2026-03-03T05:00:00.000Z', 'page_view', view],
    ],
    ['UTC', 'Asia/Kathmandu', 'Asia/Shanghai', 'America/New_York'].map((zone) =>
      daily({ start: '2026-03-01', end: '2026-03-04' }, zone),
    ),
  ),
  edge(
    {
      id: 'clock-change',
      sentence: 'On the day a clock is set forward or back there are 23 or 25 hours, and each event is in one of them.',
    },
    [...halfHours('2026-03-08', 30), ...halfHours('2026-03-29', 30), ...halfHours('2026-04-04', 40)],
    [
      hourly('2026-03-08', 'America/New_York'),
      hourly('2026-03-29', 'Europe/Berlin'),
      hourly('2026-04-05', 'Australia/Lord_Howe'),
      daily({ start: '2026-03-07', end: '2026-03-30' }, 'America/New_York'),
      daily({ start: '2026-03-28', end: '2026-04-06' }, 'Australia/Lord_Howe'),
    ],
  ),
  {
    id: 'late-events',
    sentence:
      'Events that come in late count where they happened: they make an earlier first visit, and cut opens anew.',
    bodies: [
      eventsOf('late-events', [
        ['a', 0, 'page_view', view],
        ['a', 40 * 60_000, 'page_view', view],
        ['b', day, 'page_view', view],
      ]),
      eventsOf('late-events-after', [
        ['a', 20 * 60_000, 'click'],
        ['a', -day, 'page_view', { ...view, os_name: 'iOS' }],
        ['b', -3 * day, 'launch'],
      ]),
    ],
    questions: [
      daily({ start: '2026-02-26', end: '2026-03-04' }, 'UTC'),
      ...summaries(['opens', 'entries', 'new_users', 'retained_users', 'backflow_users']),
    ],
  },
  {
    id: 'duplicates',
    sentence: 'A second event with the same event_id is ignored, in the same body and in another.',
    bodies: [
      [...eventsOf('duplicates', twice), ...eventsOf('duplicates', twice)],
      [...eventsOf('duplicates', twice), ...eventsOf('duplicates-more', [['b', 5000, 'page_view', view]])],
    ],
    questions: summaries(['visits', 'opens', 'active_users'], monday, ['standard']),
  },
  edge(
    {
      id: 'environment',
      sentence:
        'Production and non-production events are two logs: neither is in the numbers, the opens or the first visits of the other.',
    },
    [
      ['a', 0, 'page_view', view],
      ['a', 1000, 'page_view', { page_path: 'test', environment: 'non_production' }],
      ['b', 2000, 'page_view', { ...view, environment: 'non_production' }],
    ],
    (['production', 'non_production'] as const).map((environment): LoadQuestion => ({
      report: 'summary',
      query: { ...monday, metrics: ['active_users', 'new_users', 'opens', 'visits'], environment, timezone: 'UTC' },
    })),
  ),
];
