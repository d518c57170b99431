import { edge, monday, summaries, type Edge } from './question.js';

const minute = 60_000;
const home = { page_path: 'home' };
const opens = ['opens', 'active_users', 'bounces', 'entries', 'exits', 'avg_visit_depth', 'pages_per_open'];

/** Where opens begin and end. */
export const edgesOfOpens: readonly Edge[] = [
  edge(
    {
      id: 'gap-of-30-minutes',
      sentence: 'A page view after a gap of exactly 30:00 belongs to the open in progress; after more, it begins one.',
    },
    [
      ['under', 0, 'page_view', home],
      ['under', 30 * minute - 1, 'page_view', { page_path: 'cart' }],
      ['exactly', 0, 'page_view', home],
      ['exactly', 30 * minute, 'page_view', { page_path: 'cart' }],
      ['over', 0, 'page_view', home],
      ['over', 30 * minute + 1, 'page_view', { page_path: 'cart' }],
      // Any event keeps an open in progress, but none begins one.
      ['kept', 0, 'page_view', home],
      ['kept', 20 * minute, 'click'],
      ['kept', 50 * minute, 'page_view', home],
      ['late', 0, 'page_view', home],
      ['late', 31 * minute, 'click'],
    ],
    summaries(opens),
  ),
  edge(
    {
      id: 'merge-under-30-seconds',
      sentence:
        'Where a profile merges opens under 30 s, a launch 29.999 s after the last event continues the open and one 30.000 s after begins another.',
    },
    [
      ['under', 0, 'launch'],
      ['under', 1000, 'page_view', home],
      ['under', 30_999, 'launch'],
      ['exactly', 0, 'launch'],
      ['exactly', 1000, 'page_view', home],
      ['exactly', 31_000, 'launch'],
      ['closed', 0, 'page_view', home],
      ['closed', 1000, 'background'],
      ['closed', 20_000, 'page_view', home],
    ],
    summaries(opens),
  ),
  edge(
    {
      id: 'background-ends',
      sentence:
        'A background ends an open, though a page_leave after it still belongs to it; the next page view begins another, and every launch does.',
    },
    [
      ['a', 0, 'page_view', home],
      ['a', 5000, 'background'],
      ['a', 6000, 'page_leave', { ...home, duration_ms: 4500 }],
      ['a', 60_000, 'page_view', home],
      ['b', 0, 'launch'],
      ['b', 40_000, 'launch'],
      ['b', 80_000, 'page_view', home],
    ],
    summaries([...opens, 'stay_duration', 'page_stay']),
  ),
  edge(
    {
      id: 'stay',
      sentence:
        'A page view stays for its duration_ms or that of its page_leave, else until the next page view, leave or background, else until the last event of its open, else 0.',
    },
    [
      ['given', 0, 'page_view', { ...home, duration_ms: 2999 }],
      ['given', 60_000, 'background'],
      ['left', 0, 'page_view', home],
      ['left', 30_000, 'page_leave', { ...home, duration_ms: 3000 }],
      ['elsewhere', 0, 'page_view', home],
      ['elsewhere', 5000, 'page_leave', { page_path: 'other', duration_ms: 77 }],
      ['next', 0, 'page_view', home],
      ['next', 10_000, 'page_view', { page_path: 'cart' }],
      ['next', 51_000, 'click'],
      ['alone', 0, 'page_view', home],
      ['tie', 0, 'page_view', home],
      ['tie', 0, 'page_view', { page_path: 'cart' }],
      ['tie', 100_999, 'background'],
    ],
    [
      ...summaries(['stay_duration', 'page_stay', 'avg_page_duration', 'avg_duration_per_open'], monday, ['standard']),
      { report: 'distribution', query: { ...monday, of: 'visit_duration', timezone: 'UTC' } },
      {
        report: 'breakdown',
        query: { ...monday, dimension: 'page_path', metrics: ['page_stay', 'entries', 'exits'], timezone: 'UTC' },
      },
    ],
  ),
  edge(
    {
      id: 'open-dimensions',
      sentence:
        'An open has the first value that one of its events carries; source is direct where none does, an event’s source wins over its scene, an unknown scene counts under key 10.',
    },
    [
      ['a', 0, 'launch'],
      ['a', 1000, 'page_view', { ...home, source: 'qr', os_name: 'iOS' }],
      ['a', 2000, 'page_view', { page_path: 'cart', source: 'mail', os_name: 'Android' }],
      ['b', 0, 'launch', { scene: 9998 }],
      ['b', 1000, 'page_view', home],
      ['c', 0, 'launch', { scene: 1011, source: 'mail' }],
      ['d', 0, 'page_view', home],
      // Outside any open it has its own.
      ['d', 90 * minute, 'click', { os_name: 'HarmonyOS' }],
    ],
    [
      {
        report: 'breakdown',
        query: { ...monday, dimension: 'source', metrics: ['opens', 'active_users', 'visits'], timezone: 'UTC' },
      },
      {
        report: 'breakdown',
        query: { ...monday, dimension: 'os_name', metrics: ['opens', 'visits'], timezone: 'UTC' },
      },
      {
        report: 'event',
        query: {
          ...monday,
          event: 'click',
          measure: 'total',
          group_by: ['os_name'],
          granularity: 'all',
          order: '-value',
          limit: 12,
          timezone: 'UTC',
        },
      },
    ],
  ),
];
