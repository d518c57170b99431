import { parseArgs } from 'node:util';
import { generate } from './generate.js';
import { benchBackEnds } from './back-ends.js';
import { benchIngestion } from './ingestion.js';
import { benchQuestions } from './ask-all.js';
import { benchStream } from './stream.js';
import { count } from './table.js';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    only: { type: 'string', default: 'ingestion,questions,stream' },
  },
});
const length = Number(values.events);
const parts = values.only.split(',');

console.log(`${count(length)} generated events, Node ${process.version}, ${process.arch}\n`);
const made = generate(length);
if (parts.includes('ingestion')) await benchIngestion(made);
if (parts.includes('questions')) await benchQuestions(made);
if (parts.includes('stream')) await benchStream(made);
if (parts.includes('back-ends')) await benchBackEnds(made);
