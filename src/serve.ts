#!/usr/bin/env node
/**
 * The command that serves the contract from a file of events. It joins rooms that do not know each other, the server and
 * what computes, which is why it lies above them.
 */
import { profiles } from '#contract/profiles.js';
import type { Listening } from '#server/node/listen.js';
import { serve, type Served } from '#server/node/serve.js';
import { SourceOpener } from './open-source.js';

const running: { served?: Served } = {};
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    if (running.served && 'close' in running.served) void stop(running.served);
    else process.exit(0); // it still reads the file
  });
}

const opener = new SourceOpener();
const served = await serve({
  args: process.argv.slice(2),
  profiles: profiles.map(({ id }) => id),
  open: (args, mapping) => opener.open(args, mapping),
  openStore: (args) => opener.openStore(args),
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
