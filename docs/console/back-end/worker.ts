import { createEngine, IngestRefusal, type IngestOutcome, type Mapping } from '#engine/index.js';
import { createHandler, serveOverPort, type Handler, type PortLike } from '#server/index.js';
import { definitions } from './definitions.js';
import { createDemo } from './demo.js';
import { glance } from './glance.js';
import {
  consoleMark,
  isConsoleMessage,
  type FromWorker,
  type Glance,
  type Reading,
  type ToWorker,
} from './protocol.js';

const port = self as unknown as PortLike;
const cancels = new Map<number, AbortController>();

let demo: Handler | undefined;
/** The drawn population, as of when it is first asked for. */
const demoHandler = (): Handler => (demo ??= createDemo({ now: () => Date.now() }, definitions));

/** What the contract's requests meet. */
let current: Handler | undefined;

serveOverPort(port, { fetch: (request) => (current ??= demoHandler()).fetch(request) });
port.addEventListener('message', ({ data }) => {
  if (isConsoleMessage(data)) void obey(data as ToWorker);
});

async function obey(message: ToWorker): Promise<void> {
  if (message.kind === 'cancel') cancels.get(message.id)?.abort();
  else tell({ mark: consoleMark, id: message.id, kind: 'answer', answer: await answerTo(message) });
}

async function answerTo(message: Exclude<ToWorker, { kind: 'cancel' }>): Promise<Glance | Reading | null> {
  switch (message.kind) {
    case 'glance':
      return glance(message.file);
    case 'read':
      return read(message.id, message.file, message.mapping);
    case 'demo':
      current = demoHandler();
      return null;
  }
}

/** Reads a file into an engine of its own; the one before goes on answering until this one is ready. */
async function read(id: number, file: Blob, mapping: Mapping): Promise<Reading> {
  const cancel = new AbortController();
  cancels.set(id, cancel);
  try {
    const engine = createEngine({ mapping });
    const outcome = await engine.ingest(file, {
      signal: cancel.signal,
      onProgress: (progress) => tell({ mark: consoleMark, id, kind: 'progress', progress }),
    });
    if (outcome.accepted === 0) return nothingTaken(outcome);
    current = createHandler({ reports: engine, definitions });
    return { kind: 'taken', outcome };
  } catch (error) {
    if (error instanceof IngestRefusal) {
      const { code, message, names } = error;
      return { kind: 'refused', code, message, names };
    }
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    cancels.delete(id);
  }
}

function nothingTaken(outcome: IngestOutcome): Reading {
  return { kind: 'refused', code: 'nothing', message: '', names: [], outcome };
}

function tell(message: FromWorker): void {
  self.postMessage(message);
}
