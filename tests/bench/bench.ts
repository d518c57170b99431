import { parseArgs } from 'node:util';
import { generate, type Generated } from './generate.js';
import { benchBackEnds } from './back-ends.js';
import { benchIngestion } from './ingestion.js';
import { benchQuestions } from './ask-all.js';
import { benchCollect } from './collect.js';
import { benchStream } from './stream.js';
import { count } from './table.js';

const { values } = parseArgs({
  options: {
    events: { type: 'string' },
    'back-ends': { type: 'string', default: 'engine,duckdb,clickhouse,shards' },
    only: { type: 'string', default: 'ingestion,questions,stream,collect' },
  },
});
const length = Number(values.events ?? 1_000_000);
const parts = values.only.split(',');

const ofMade = {
  ingestion: benchIngestion,
  questions: benchQuestions,
  stream: benchStream,
  'back-ends': (made: Generated) => benchBackEnds(made, values['back-ends'].split(',')),
};
const wanted = Object.entries(ofMade).filter(([part]) => parts.includes(part));

console.log(`Node ${process.version}, ${process.arch}\n`);
if (wanted.length > 0) {
  console.log(`${count(length)} generated events\n`);
  const made = generate(length);
  for (const [, bench] of wanted) await bench(made);
}
if (parts.includes('collect')) await benchCollect(Number(values.events ?? 0));
