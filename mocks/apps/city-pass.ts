import type { AppModel } from '../population/app-model.js';
import { errandHours } from '../population/calendar.js';

/** Lines and tickets of a city, as a page in any browser: no scenes, people sit at computers too. */
export const cityPass: AppModel = {
  id: 'city-pass',
  name: 'City Pass',
  type: 'h5_app',
  team: 'Harbour Transit',
  icon: { colour: '#1f5f8b', letter: 'C' },
  firstDay: 12,
  newcomers: 11,
  pull: 0.95,
  moreOpens: 0.45,
  week: 'errands',
  hours: errandHours,
  anyScreen: true,
  adds: 0.004,
  removes: 0.001,
  pages: [
    {
      path: '/',
      entry: 50,
      exit: 0.24,
      stay: 6,
      next: { '/lines': 36, '/tickets/buy': 26, '/tickets/mine': 16, '/map': 12, '/news': 10 },
    },
    {
      path: '/lines',
      entry: 8,
      exit: 0.16,
      stay: 9,
      next: { '/lines/detail': 82, '/': 18 },
      actions: [
        {
          event: 'line_search',
          chance: 0.4,
          properties: (random) => ({ line: 1 + random.int(16), direction: random.pick(['in', 'out']) }),
        },
      ],
    },
    { path: '/lines/detail', entry: 14, exit: 0.36, stay: 14, next: { '/lines': 34, '/tickets/buy': 38, '/map': 28 } },
    { path: '/map', entry: 4, exit: 0.33, stay: 21, next: { '/lines/detail': 52, '/': 48 } },
    {
      path: '/tickets/buy',
      entry: 6,
      exit: 0.2,
      stay: 13,
      next: { '/tickets/pay': 66, '/': 20, '/help': 14 },
      actions: [
        {
          event: 'checkout',
          chance: 0.7,
          properties: (random) => ({ items: 1 + random.poisson(0.4), pass: random.pick(['single', 'day', 'month']) }),
        },
      ],
    },
    {
      path: '/tickets/pay',
      entry: 0,
      exit: 0.07,
      stay: 15,
      next: { '/tickets/mine': 84, '/tickets/buy': 16 },
      actions: [{ event: 'pay', chance: 0.83, amount: (random) => random.pick([300, 300, 500, 1800, 9800]) }],
    },
    { path: '/tickets/mine', entry: 15, exit: 0.36, stay: 10, next: { '/': 62, '/tickets/buy': 38 } },
    {
      path: '/news',
      entry: 5,
      exit: 0.36,
      stay: 24,
      next: { '/': 70, '/news': 30 },
      actions: [
        { event: 'share', chance: 0.03 },
        { event: 'ad_impression', chance: 0.35, amount: (random) => (random.chance(0.1) ? 0 : 1 + random.poisson(3)) },
      ],
    },
    { path: '/help', entry: 2, exit: 0.28, stay: 18, next: { '/': 60, '/tickets/buy': 40 } },
  ],
  waysIn: [
    { source: '39', fresh: 30, known: 34 },
    { source: '32', fresh: 14, known: 10 },
    { source: '2', fresh: 18, known: 10 },
    { source: '4', fresh: 16, known: 12, qrCodes: ['stop_harbour', 'stop_central', 'gate_7', 'bus_sticker'] },
    { source: '18', fresh: 8, known: 4 },
    { source: 'newsletter', fresh: 2, known: 5 },
    { source: 'maps.example', fresh: 7, known: 3 },
    { fresh: 9, known: 24 },
  ],
};
