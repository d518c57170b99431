import type { App, DaysQuery, DaysReport, ValuesQuery, ValuesReport } from '#contract/api.js';
import { type Answers, stubClient } from '../base/stub-client.js';

/** Three apps of three types. */
export const apps: App[] = [
  { id: 'city-pass', name: 'City Pass', type: 'h5_app', status: 'available' },
  { id: 'lantern-tea', name: 'Lantern Tea', type: 'mini_program', status: 'available' },
  { id: 'tile-garden', name: 'Tile Garden', type: 'mini_game', status: 'unavailable' },
];

const seen: Record<string, ValuesReport['values']> = {
  os_name: [
    { value: 'Android', count: 60 },
    { value: 'iOS', count: 40 },
    { value: null, count: 3 },
  ],
  city: [
    { value: 'Berlin', count: 20 },
    { value: 'Bonn', count: 10 },
    { value: 'Paris', count: 5 },
  ],
  scene: [{ value: 1001, count: 9 }],
};

type Stub = ReturnType<typeof stubClient>;

/** What a bar asks beside numbers. */
export interface BarAnswers extends Answers {
  apps?: () => Promise<App[]>;
  values?: (query: ValuesQuery) => Promise<ValuesReport>;
  days?: () => Promise<DaysReport>;
}

/** A client that answers a bar, and remembers what it was asked for choices. */
export function barClient(answers: BarAnswers = {}): Stub & { readonly choices: string[] } {
  const choices: string[] = [];
  const note = (name: string, ...facts: unknown[]): void => {
    choices.push([name, ...facts.map((fact) => (typeof fact === 'string' ? fact : JSON.stringify(fact)))].join(' '));
  };
  const stub = stubClient(answers);
  return Object.assign(stub, {
    choices,
    apps: () => {
      note('apps');
      return (answers.apps ?? (() => Promise.resolve(apps)))();
    },
    values: (scope: string, query: ValuesQuery) => {
      note('values', scope, query);
      const { field, search = '' } = query;
      const values = (seen[field] ?? []).filter(({ value }) => String(value).includes(search));
      return answers.values?.(query) ?? Promise.resolve<ValuesReport>({ field, type: 'string', values });
    },
    days: (scope: string, query?: DaysQuery) => {
      note('days', scope, query);
      const report = {
        timezone: 'Asia/Shanghai',
        days: ['2026-11-19', '2026-11-21'],
        data_as_of: '2026-11-22T05:30:00Z',
      };
      return answers.days?.() ?? Promise.resolve<DaysReport>(report);
    },
  });
}
