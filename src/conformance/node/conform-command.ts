import { writeFile } from 'node:fs/promises';
import { conform, NoBackEnd } from '../conform.js';
import type { OpenApiDocument } from '../document/contract-document.js';
import { forPeople } from '../report/for-people.js';
import { junit } from '../report/junit.js';
import { rulesList } from '../report/rules-list.js';
import { rules } from '../rules/index.js';
import { isKept, type Verdict } from '../verdict.js';
import { isAsked, parseConformArguments, usage, UsageError, type ConformArguments } from './conform-arguments.js';

/** What the command needs of the place it runs in. */
export interface ConformSetting {
  readonly args: readonly string[];
  /** Reads the contract's OpenAPI document. */
  readonly readDocument: () => Promise<OpenApiDocument>;
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
}

/**
 * Judges a back end and tells the verdict. Gives the exit code: 0 where no rule is broken, 1 where one is, 2 where the
 * arguments cannot be used or no back end is there.
 */
export async function conformCommand({ args, readDocument, print, warn }: ConformSetting): Promise<0 | 1 | 2> {
  try {
    const read = parseConformArguments(
      args,
      rules.map(({ id }) => id),
    );
    if (read === 'help' || read === 'rules') {
      print(read === 'help' ? usage.trimEnd() : rulesList(rules).trimEnd());
      return 0;
    }
    const verdict = await judge(read, await readDocument());
    print(forPeople(verdict));
    if (read.junit !== undefined) await write('--junit', read.junit, junit(verdict));
    if (read.json !== undefined) await write('--json', read.json, `${JSON.stringify(verdict, null, 2)}\n`);
    return isKept(verdict) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof NoBackEnd)) throw error;
    warn(error.message);
    if (error instanceof UsageError) warn(`\n${usage.trimEnd()}`);
    return 2;
  }
}

function judge(
  { baseUrl, token, load, readOnly, only, concurrency }: ConformArguments,
  document: OpenApiDocument,
): Promise<Verdict> {
  return conform({
    baseUrl,
    token,
    document,
    load,
    concurrency,
    write: !readOnly,
    fetch: (request) => fetch(request),
    rules: rules.filter(({ id }) => isAsked(id, only)),
  });
}

async function write(option: string, file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new UsageError(`${option}: “${file}” cannot be written: ${(cause as Error).message}.`, { cause });
  }
}
