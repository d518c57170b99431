#!/usr/bin/env node
/**
 * The command that serves the contract from a file of events. It joins two rooms that do not know each other, the
 * engine and the server, which is why it lies above both.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { profiles } from '#contract/profiles.js';
import { createEngine, MappingError, parseMapping, type Mapping } from '#engine/index.js';
import type { Listening } from '#server/node/listen.js';
import { serve, type OpenedSource, type Served } from '#server/node/serve.js';
import type { ServeArguments } from '#server/node/serve-arguments.js';
import { UsageError } from '#server/node/usage-error.js';

const running: { served?: Served } = {};
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    if (running.served && 'close' in running.served) void stop(running.served);
    else process.exit(0); // it still reads the file
  });
}

const served = await serve({
  args: process.argv.slice(2),
  profiles: profiles.map(({ id }) => id),
  open,
  print: (line) => process.stdout.write(`${line}\n`),
  warn: (text) => process.stderr.write(`${text}\n`),
});
running.served = served;
if ('exitCode' in served) process.exitCode = served.exitCode;

/** Ends by itself when all is closed; what a source may still have open does not keep it for long. */
async function stop(listening: Listening): Promise<void> {
  await listening.close();
  setTimeout(() => process.exit(), 1000).unref();
}

async function open(args: ServeArguments, rawMapping: unknown): Promise<OpenedSource> {
  const { events, timezone, profile, now, memoryLimitBytes, eventIdWindowDays } = args;
  const mapping = rawMapping === undefined ? undefined : readMapping(rawMapping, args);
  const engine = createEngine({
    ...(timezone !== undefined && { timezone }),
    ...(profile !== undefined && { profile }),
    ...(now !== undefined && { clock: { now: () => now } }),
    ...(mapping && { mapping }),
    ...(memoryLimitBytes !== undefined && { memoryLimitBytes }),
    ...(eventIdWindowDays !== undefined && { eventIdWindowDays }),
  });
  const outcome = await engine.ingest(await streamOf(events));
  return { reports: engine, ...outcome };
}

function readMapping(raw: unknown, { mapping: file }: ServeArguments): Mapping {
  try {
    return parseMapping(raw);
  } catch (cause) {
    if (!(cause instanceof MappingError)) throw cause;
    throw new UsageError(`--mapping: “${file ?? ''}”: ${cause.message}`, { cause });
  }
}

async function streamOf(file: string): Promise<ReadableStream<Uint8Array>> {
  try {
    if (!(await stat(file)).isFile()) throw new Error('it is not a file');
  } catch (cause) {
    throw new UsageError(`--events: “${file}” cannot be read: ${(cause as Error).message}. Name a file of events.`, {
      cause,
    });
  }
  return Readable.toWeb(createReadStream(file, { highWaterMark: 1 << 20 })) as ReadableStream<Uint8Array>;
}
