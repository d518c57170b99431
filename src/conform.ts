#!/usr/bin/env node
/** The command that holds a back end against the rules of the contract. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { OpenApiDocument } from '#conformance/index.js';
import { conformCommand } from '#conformance/node/conform-command.js';

process.exitCode = await conformCommand({
  args: process.argv.slice(2),
  readDocument: async () => parse(await readFile(documentFile(), 'utf8')) as OpenApiDocument,
  print: (text) => process.stdout.write(`${text}\n`),
  warn: (text) => process.stderr.write(`${text}\n`),
});

/** Beside this file where it is published, in its room in the source. */
function documentFile(): URL {
  const published = new URL(/* @vite-ignore */ './openapi.yaml', import.meta.url);
  return existsSync(published) ? published : new URL(/* @vite-ignore */ './contract/openapi.yaml', import.meta.url);
}
