import { edge, monday, summaries, type Edge, type LoadQuestion } from './question.js';

const day = 86_400_000;
const view = { page_path: 'home' };
const cny = (amount: number) => ({ amount, currency: 'CNY' });
const days = { start: '2026-03-02', end: '2026-03-05' };
const trend = (metrics: string[]): LoadQuestion => ({
  report: 'trend',
  query: { ...days, metrics, granularity: 'day', timezone: 'UTC' },
});

/** Payments, and what users keep. */
export const edgesOfMoney: readonly Edge[] = [
  edge(
    {
      id: 'payments',
      sentence:
        'Payers are distinct; a first payment is a first ever, and who paid before or more than once in the period pays repeatedly.',
    },
    [
      ['a', 0, 'page_view', view],
      ['a', 1000, 'pay', cny(250)],
      ['a', 2000, 'pay', cny(0)],
      ['b', day, 'page_view', view],
      ['b', day + 1000, 'pay', cny(999)],
      ['a', 2 * day, 'page_view', view],
      ['a', 2 * day + 1, 'pay', cny(1)],
      ['c', 0, 'ad_impression', cny(3)],
      ['c', 1, 'ad_impression', cny(0)],
    ],
    [
      trend([
        'payments',
        'payers',
        'first_time_payers',
        'repeat_payers',
        'payment_amount',
        'cumulative_payment_amount',
      ]),
      ...summaries(
        [
          'payments',
          'payment_amount',
          'amount_per_payer',
          'payer_conversion',
          'repeat_payers',
          'ad_impressions',
          'ad_revenue',
        ],
        days,
        ['standard'],
      ),
    ],
  ),
  edge(
    { id: 'currencies', sentence: 'Amounts of several currencies do not add up: 422 mixed_currencies, and no sum.' },
    [
      ['a', 0, 'page_view', view],
      ['a', 1000, 'pay', cny(250)],
      ['a', 2000, 'pay', { amount: 7, currency: 'EUR' }],
    ],
    [
      ...summaries(['payment_amount'], monday, ['standard']),
      ...summaries(['payments', 'payers'], monday, ['standard']),
    ],
  ),
  edge(
    {
      id: 'holding',
      sentence:
        'The last of add and remove decides whether a user holds the app; removed are those who did not add it again by the end of the period.',
    },
    [
      ['a', 0, 'page_view', view],
      ['a', 1000, 'add'],
      ['a', 2000, 'remove'],
      ['a', 3000, 'add'],
      ['b', 0, 'add'],
      ['b', day, 'remove'],
      ['c', day, 'remove'],
      ['c', 2 * day, 'share', view],
      ['c', 2 * day + 1, 'share', view],
    ],
    [
      trend(['new_adds', 'removes', 'total_adds', 'shares', 'sharers']),
      ...summaries(['new_adds', 'removes', 'total_adds', 'shares', 'sharers'], monday, ['standard']),
    ],
  ),
];
