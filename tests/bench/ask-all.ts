import { createEngine, type Engine } from '#engine/index.js';
import { toColumns, type Generated } from './generate.js';
import { time } from './measure.js';
import { questions, type Answer, type Question } from './questions.js';
import { createArquero } from './rivals/arquero.js';
import { createDuckDb } from './rivals/duckdb.js';
import type { Rival } from './rivals/rival.js';
import { sameAnswer } from './same-answer.js';
import { count, ms, printTable } from './table.js';

/** Arquero takes minutes over more. */
const mostForArquero = 2_000_000;

/** Asks every engine every question, compares the answers, then measures. */
export async function benchQuestions(made: Generated): Promise<void> {
  const engine = createEngine();
  engine.ingestColumns(toColumns(made));
  const rivals = await rivalsWith(made);
  const asked: Asked[] = [];
  for (const [place, question] of questions.entries()) asked.push(await ask(engine, rivals, question, place));
  const wantedAt = made.length >= 5_000_000 ? 1 : 0;
  const rows = asked.map(({ cells }, place) => [...cells, `${questions[place]!.wanted[wantedAt]}×`]);
  const heads = rivals.flatMap(({ name }) => [`${name} ms`, 'ratio']);
  printTable(['question (median, warm)', 'ms', 'by hand, 1 M', ...heads, 'wanted'], rows);
  const sum = asked.reduce((total, { median }) => total + median, 0);
  const differing = asked.reduce((total, one) => total + one.differing, 0);
  console.log(
    `Sum of ten: ${ms(sum)} ms. ${differing === 0 ? 'All answers are equal.' : `${differing} answers differ.`}\n`,
  );
  if (differing > 0) process.exitCode = 1;
}

/** The other engines, each with the events; one that cannot take so many says so and is left out. */
async function rivalsWith(made: Generated): Promise<Rival[]> {
  const makers = [createDuckDb, ...(made.length <= mostForArquero ? [createArquero] : [])];
  const rivals: Rival[] = [];
  for (const make of makers) {
    const rival = await make();
    try {
      await rival.load(made);
      rivals.push(rival);
    } catch (error) {
      console.log(`${rival.name} does not take ${count(made.length)} events: ${firstLine(error)}\n`);
    }
  }
  return rivals;
}

interface Asked {
  readonly cells: string[];
  readonly median: number;
  readonly differing: number;
}

async function ask(engine: Engine, rivals: readonly Rival[], question: Question, place: number): Promise<Asked> {
  const own = await question.ask(engine);
  const { median } = await time(() => question.ask(engine));
  const cells = [question.name, ms(median), ms(question.byHand)];
  let differing = 0;
  for (const rival of rivals) {
    const other = answerOf(rival, question, place);
    if (other === null) {
      cells.push('–', '–');
      continue;
    }
    if (!sameAnswer(own, other)) {
      differing++;
      console.log(`${question.name}: ${rival.name} answers ${shortened(other)}, not ${shortened(own)}`);
    }
    const taken = (await time(() => rival.answer(place))).median;
    cells.push(ms(taken), `${(taken / median).toFixed(1)}×`);
  }
  return { cells, median, differing };
}

/** A rival's answer; `null` where it has no way to one, or says why it cannot over so many events. */
function answerOf(rival: Rival, { name }: Question, place: number): Answer | null {
  try {
    return rival.answer(place);
  } catch (error) {
    console.log(`${name}: ${rival.name} has no answer: ${firstLine(error)}\n`);
    return null;
  }
}

function firstLine(error: unknown): string {
  return String(error).split('\n')[0]!;
}

function shortened(answer: Answer): string {
  return JSON.stringify(answer).slice(0, 300);
}
