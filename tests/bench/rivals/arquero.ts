import { desc, op, table, type ColumnTable } from 'arquero';
import { words, type Generated } from '../generate.js';
import { byKey, month, week, type Answer } from '../questions.js';
import type { Rival } from './rival.js';

const dayMs = 86_400_000;
const dayNumber = (day: string) => Date.parse(day) / dayMs;
const codeOf = (name: (typeof words.event)[number]) => words.event.indexOf(name) + 1;
const [from, to] = [dayNumber(month.start), dayNumber(month.end)];

/** Arquero at its best: codes in place of texts, a stored day; texts are put in at the very end. */
export function createArquero(): Rival {
  let events: ColumnTable;
  const visits = () => events.filter(`d.event === ${codeOf('launch')} || d.event === ${codeOf('page_view')}`);
  const inMonth = (rows: ColumnTable) => rows.filter(`d.day >= ${from} && d.day <= ${to}`);
  const daily = (rows: ColumnTable) =>
    rowsOf(
      rows
        .groupby('day')
        .rollup({ n: op.distinct('user') })
        .orderby('day'),
      ['day', 'n'],
    ).map(([day, n]) => [new Date(Number(day) * dayMs).toISOString().slice(0, 10), n!]);
  const answers: Partial<Record<number, () => Answer>> = {
    0: () => daily(visits()),
    1: () => {
      const seen = inMonth(visits());
      const firsts = visits()
        .groupby('user')
        .rollup({ day: op.min('day') });
      const counted = (name: (typeof words.event)[number]) => seen.filter(`d.event === ${codeOf(name)}`).numRows();
      const users = rowsOf(seen.rollup({ n: op.distinct('user') }), ['n'])[0]![0]!;
      return [[users, inMonth(firsts).numRows(), counted('launch'), counted('page_view')]];
    },
    4: () => {
      const launches = inMonth(events.filter(`d.event === ${codeOf('launch')}`));
      const sources = launches.groupby('source').rollup({ n: op.count() }).orderby(desc('n')).slice(0, 12);
      return rowsOf(sources, ['source', 'n']).map(([source, n]) => [words.source[Number(source) - 1]!, n!]);
    },
    6: () => daily(visits().filter(`d.os === ${words.os_name.indexOf('Android') + 1}`)),
    7: () => {
      const views = events.filter(
        `d.event === ${codeOf('page_view')} && d.day >= ${dayNumber(week.start)} && d.day <= ${dayNumber(week.end)}`,
      );
      const hours = views
        .derive({ hour: 'floor(d.ts / 3600000)' })
        .groupby('hour')
        .rollup({ n: op.count() })
        .orderby('hour');
      return rowsOf(hours, ['hour', 'n']).map(([hour, n]) => [
        new Date(Number(hour) * 3_600_000).toISOString().replace('.000Z', 'Z'),
        n!,
      ]);
    },
    8: () => {
      const payments = events.filter(`d.event === ${codeOf('pay')}`).groupby('region');
      const regions = rowsOf(payments.rollup({ total: op.count(), users: op.distinct('user') }), [
        'region',
        'total',
        'users',
      ]);
      return byKey(
        regions.map(([region, total, users]) => [
          words.province[Number(region) - 1]!,
          total!,
          users!,
          Number(total) / Number(users),
        ]),
      );
    },
  };
  return {
    name: 'Arquero',
    load: (made) => void (events = tableOf(made)),
    answer: (place) => answers[place]?.() ?? null,
  };
}

function tableOf(made: Generated): ColumnTable {
  return table({
    user: made.user,
    ts: made.ts,
    day: Uint32Array.from(made.ts, (ts) => Math.floor(ts / dayMs)),
    event: made.codes.event,
    source: made.codes.source,
    os: made.codes.os_name,
    region: made.codes.province,
  });
}

function rowsOf(rows: ColumnTable, names: readonly string[]): (string | number)[][] {
  return (rows.objects() as Record<string, string | number>[]).map((row) => names.map((name) => row[name]!));
}
