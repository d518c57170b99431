import { createEngine } from '#engine/index.js';
import { toColumns, type Generated } from './generate.js';
import { time } from './measure.js';
import { questions } from './questions.js';
import { createArquero } from './rivals/arquero.js';
import { createDuckDb } from './rivals/duckdb.js';
import type { Rival } from './rivals/rival.js';
import { sameAnswer } from './same-answer.js';
import { ms, printTable } from './table.js';

/** Arquero takes minutes over more. */
const mostForArquero = 2_000_000;

/** Asks every engine every question, compares the answers, then measures. */
export async function benchQuestions(made: Generated): Promise<void> {
  const engine = createEngine();
  engine.ingestColumns(toColumns(made));
  const rivals: Rival[] = [await createDuckDb(), ...(made.length <= mostForArquero ? [createArquero()] : [])];
  for (const rival of rivals) await rival.load(made);
  const rows: string[][] = [];
  let [sum, differing] = [0, 0];
  for (const [place, question] of questions.entries()) {
    const own = await question.ask(engine);
    const timing = await time(() => question.ask(engine));
    sum += timing.median;
    const cells = [question.name, ms(timing.median), ms(question.byHand)];
    for (const rival of rivals) {
      const other = rival.answer(place);
      const isSame = other === null || sameAnswer(own, other);
      if (!isSame) {
        differing++;
        console.log(
          `${question.name}: ${rival.name} answers ${JSON.stringify(other).slice(0, 300)}, not ${JSON.stringify(own).slice(0, 300)}`,
        );
      }
      const taken = other === null ? null : (await time(() => rival.answer(place))).median;
      cells.push(taken === null ? '–' : ms(taken), taken === null ? '–' : `${(taken / timing.median).toFixed(1)}×`);
    }
    cells.push(`${question.wanted[made.length >= 5_000_000 ? 1 : 0]}×`);
    rows.push(cells);
  }
  const heads = rivals.flatMap(({ name }) => [`${name} ms`, 'ratio']);
  printTable(['question (median, warm)', 'ms', 'by hand, 1 M', ...heads, 'wanted'], rows);
  console.log(
    `Sum of ten: ${ms(sum)} ms. ${differing === 0 ? 'All answers are equal.' : `${differing} answers differ.`}\n`,
  );
  if (differing > 0) process.exitCode = 1;
}
