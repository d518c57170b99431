import { edge, monday, type Edge, type LoadQuestion, type Row } from './question.js';

const view = { page_path: 'home' };

function funnel(events: string[], window_seconds?: number): LoadQuestion {
  const window = window_seconds === undefined ? {} : { window_seconds };
  const steps = events.map((event) => ({ event }));
  return { report: 'funnel', query: { ...monday, steps, ...window, timezone: 'UTC' } };
}

const visit = (user: string): Row => [user, -60_000, 'page_view', view];

/** Where chains end. */
export const edgesOfFunnels: readonly Edge[] = [
  edge(
    {
      id: 'window-end',
      sentence:
        'A chain lies within the window of its first event, the end included: a step exactly at the end of the window counts, one later does not.',
    },
    [
      visit('under'),
      ['under', 0, 'see'],
      ['under', 59_999, 'want'],
      visit('exactly'),
      ['exactly', 0, 'see'],
      ['exactly', 60_000, 'want'],
      visit('over'),
      ['over', 0, 'see'],
      ['over', 60_001, 'want'],
      visit('third'),
      ['third', 0, 'see'],
      ['third', 30_000, 'want'],
      ['third', 60_000, 'have'],
    ],
    [funnel(['see', 'want'], 60), funnel(['see', 'want', 'have'], 60), funnel(['see', 'want', 'have'])],
  ),
  edge(
    { id: 'equal-times', sentence: 'Events at the same time stand in the order in which they came in.' },
    [
      visit('forth'),
      ['forth', 0, 'see'],
      ['forth', 0, 'want'],
      visit('back'),
      ['back', 0, 'want'],
      ['back', 0, 'see'],
      visit('thrice'),
      ['thrice', 5, 'want'],
      ['thrice', 5, 'see'],
      ['thrice', 5, 'want'],
    ],
    [funnel(['see', 'want']), funnel(['want', 'see']), funnel(['want', 'want'])],
  ),
  edge(
    {
      id: 'chain-that-counts',
      sentence:
        'One event serves one step; of a user’s longest chains the one that completes first counts, of these the one that starts last.',
    },
    [
      visit('once'),
      ['once', 0, 'see'],
      visit('twice'),
      ['twice', 0, 'see'],
      ['twice', 7000, 'see'],
      visit('choice'),
      ['choice', 0, 'see', { os_name: 'iOS' }],
      ['choice', 20_000, 'see'],
      ['choice', 26_500, 'want'],
      ['choice', 90_000, 'see'],
      ['choice', 91_000, 'want'],
      visit('only-see'),
      ['only-see', 0, 'see'],
      ['only-see', 9000, 'click'],
    ],
    [
      funnel(['see', 'see']),
      funnel(['see', 'want']),
      funnel(['see', 'see', 'want'], 30),
      {
        report: 'funnel_next',
        query: { ...monday, steps: [{ event: 'see' }, { event: 'want' }], step: 1, limit: 50, timezone: 'UTC' },
      },
    ],
  ),
];
