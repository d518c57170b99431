import { createEngine } from '#engine/index.js';
import type { BackEnd } from './back-ends/back-end.js';
import { clickHouse } from './back-ends/clickhouse.js';
import { duckdbFile } from './back-ends/duckdb-file.js';
import { hasClickHouse } from '../warehouse/clickhouse/shards.js';
import { toColumns, toLines, type Generated } from './generate.js';
import { time } from './measure.js';
import { questions, type Answer, type Reports } from './questions.js';
import { sameAnswer } from './same-answer.js';
import { count, ms, printTable } from './table.js';

/** Back ends beside the engine, and how each is opened. */
const openers: Readonly<Record<string, () => Promise<BackEnd>>> = {
  duckdb: duckdbFile,
  ...(hasClickHouse && { clickhouse: () => clickHouse(1), shards: () => clickHouse(2) }),
};

/**
 * The ten questions to every back end that keeps events: loaded through its own door, then asked. The first back end's
 * answers are those that the others must give.
 *
 * @param wanted `engine`, `duckdb`, `clickhouse`, `shards`.
 */
export async function benchBackEnds(made: Generated, wanted: readonly string[]): Promise<void> {
  const asked: { name: string; answers: Answer[]; medians: number[] }[] = [];
  const loads: string[][] = [];
  if (wanted.includes('engine')) {
    const engine = createEngine();
    const start = performance.now();
    engine.ingestColumns(toColumns(made));
    loads.push(['engine, from columns', seconds(start), rate(made, start), '–', await firstQuestion(engine)]);
    asked.push({ name: 'engine', ...(await askAll(engine)) });
  }
  for (const open of wanted.flatMap((name) => openers[name] ?? [])) {
    const backEnd: BackEnd = await open();
    try {
      const start = performance.now();
      await backEnd.load(linesOf(made));
      const [taken, perSecond] = [seconds(start), rate(made, start)];
      const first = await firstQuestion(backEnd.reports);
      loads.push([`${backEnd.name}, from NDJSON`, taken, perSecond, await diskOf(backEnd, made), first]);
      asked.push({ name: backEnd.name, ...(await askAll(backEnd.reports)) });
    } finally {
      await backEnd.close();
    }
  }
  printTable(['back end', 'load, s', 'events/s', 'disk, MB (bytes an event)', 'first question, s'], loads);
  printAnswers(asked);
}

/** Opens are cut for the first question: what that takes is measured apart. */
async function firstQuestion(reports: Reports): Promise<string> {
  const start = performance.now();
  await questions[0]!.ask(reports);
  return seconds(start);
}

async function askAll(reports: Reports): Promise<{ answers: Answer[]; medians: number[] }> {
  const [answers, medians]: [Answer[], number[]] = [[], []];
  for (const question of questions) {
    answers.push(await question.ask(reports));
    medians.push((await time(() => question.ask(reports), 9)).median);
  }
  return { answers, medians };
}

function printAnswers(asked: readonly { name: string; answers: Answer[]; medians: number[] }[]): void {
  const [first] = asked;
  if (!first) return;
  const rows = questions.map(({ name }, place) => [name, ...asked.map(({ medians }) => ms(medians[place]!))]);
  printTable(['question (median, warm)', ...asked.map(({ name }) => `${name}, ms`)], rows);
  for (const { name, answers } of asked.slice(1)) {
    const differing = questions.filter((_, place) => !sameAnswer(first.answers[place]!, answers[place]!));
    if (differing.length > 0) process.exitCode = 1;
    const verdict = differing.length === 0 ? 'all answers are equal' : differing.map((one) => one.name).join(', ');
    console.log(`${name} beside ${first.name}: ${verdict}.`);
  }
}

const eventsAPiece = 20_000;

/** The events as NDJSON, written piece by piece as they are read. */
function linesOf(made: Generated): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (at >= made.length) {
          controller.close();
          return;
        }
        const end = Math.min(made.length, at + eventsAPiece);
        controller.enqueue(toLines(made, 'ndjson', at, end));
        controller.enqueue(new Uint8Array([10]));
        at = end;
      },
    },
    { highWaterMark: 0 },
  );
}

async function diskOf(backEnd: BackEnd, made: Generated): Promise<string> {
  const bytes = await backEnd.diskBytes();
  return `${count(bytes / 1e6)} (${ms(bytes / made.length)})`;
}

function seconds(start: number): string {
  return ms((performance.now() - start) / 1000);
}

function rate(made: Generated, start: number): string {
  return count((made.length / (performance.now() - start)) * 1000);
}
