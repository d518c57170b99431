import { createEngine } from '#engine/index.js';
import { toColumns, type Generated } from './generate.js';
import { median, time } from './measure.js';
import { questions } from './questions.js';
import { ms, printTable } from './table.js';

/** Events between any two questions: what a busy app sends in a second. */
const perSecond = 1000;
const rounds = 10;

/** Asks the questions while events keep coming in, beside what they take when nothing comes. */
export async function benchStream(made: Generated): Promise<void> {
  const engine = createEngine();
  const late = Math.min(perSecond * questions.length * rounds, Math.floor(made.length / 10));
  const first = made.length - late;
  engine.ingestColumns(toColumns(made, 0, first));
  const still: number[] = [];
  for (const question of questions) still.push((await time(() => question.ask(engine))).median);
  const taken: number[][] = questions.map(() => []);
  const appends: number[] = [];
  for (let from = first, round = 0; from < made.length; from += perSecond, round++) {
    const start = performance.now();
    engine.ingestColumns(toColumns(made, from, Math.min(from + perSecond, made.length)), { withoutVisits: true });
    appends.push(performance.now() - start);
    const place = round % questions.length;
    const asked = performance.now();
    await questions[place]!.ask(engine);
    taken[place]!.push(performance.now() - asked);
  }
  const rows = questions.map(({ name }, place) => {
    const [quiet, busy] = [still[place]!, median(taken[place]!)];
    return [name, ms(quiet), ms(busy), `${(busy / quiet).toFixed(1)}×`];
  });
  printTable([`question, ${perSecond} new events before each`, 'ms still', 'ms streaming', 'ratio'], rows);
  console.log(`Taking in ${perSecond} events: ${ms(median(appends))} ms (median).\n`);
}
