import { createEngine, type Engine } from '#engine/index.js';
import { toColumns, type Generated } from './generate.js';
import { median, time } from './measure.js';
import { questions } from './questions.js';
import { ms, printTable } from './table.js';

/** Events between any two questions: what a busy app sends in a second. */
const perSecond = 1000;
const rounds = 10;

/**
 * Asks the questions while events keep coming in, beside what they take when nothing comes: each again and again, so that
 * the processor's caches hold what it reads, and one after the other, as they are asked while events come.
 */
export async function benchStream(made: Generated): Promise<void> {
  const engine = createEngine();
  const late = Math.min(perSecond * questions.length * rounds, Math.floor(made.length / 10));
  const first = made.length - late;
  engine.ingestColumns(toColumns(made, 0, first));
  const again: number[] = [];
  for (const question of questions) again.push((await time(() => question.ask(engine))).median);
  const inTurn = await askInTurn(engine, rounds * questions.length, () => undefined);
  const appends: number[] = [];
  const streaming = await askInTurn(engine, Math.ceil(late / perSecond), (index) => {
    const from = first + index * perSecond;
    const start = performance.now();
    engine.ingestColumns(toColumns(made, from, Math.min(from + perSecond, made.length)), { withoutVisits: true });
    appends.push(performance.now() - start);
  });
  const rows = questions.map(({ name }, place) => {
    const busy = streaming[place]!;
    const ratios = [again[place]!, inTurn[place]!].map((still) => `${(busy / still).toFixed(1)}×`);
    return [name, ms(again[place]!), ms(inTurn[place]!), ms(busy), ...ratios];
  });
  const heads = ['ms again and again', 'ms in turn', 'ms streaming', 'ratio to again', 'ratio to in turn'];
  printTable([`question, ${perSecond} new events before each`, ...heads], rows);
  console.log(`Taking in ${perSecond} events: ${ms(median(appends))} ms (median).\n`);
}

/** Asks one question after the other, so many in all. @returns the median of each. */
async function askInTurn(engine: Engine, asks: number, before: (index: number) => void): Promise<number[]> {
  const taken: number[][] = questions.map(() => []);
  for (let index = 0; index < asks; index++) {
    before(index);
    const place = index % questions.length;
    const asked = performance.now();
    await questions[place]!.ask(engine);
    taken[place]!.push(performance.now() - asked);
  }
  return taken.map(median);
}
