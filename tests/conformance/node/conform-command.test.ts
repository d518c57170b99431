import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '#conformance/index.js';
import { listen, type Listening } from '#server/node/listen.js';
import { handlerOver } from '../judge.js';
import { checkCase } from '../logs.js';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'conform-'));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the package's command from source. */
function command(...args: string[]): Promise<Ended> {
  const all = ['--conditions=source', '--import', 'tsx', 'src/command.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

describe('the command', { timeout: 60_000 }, () => {
  let right: Listening;
  let wrong: Listening;
  beforeAll(async () => {
    const fetch = handlerOver(await checkCase());
    right = await listen({ fetch }, 0, '127.0.0.1');
    const forgetful = async (request: Request): Promise<Response> => {
      const response = await fetch(request);
      response.headers.delete('ETag');
      return response;
    };
    wrong = await listen({ fetch: forgetful }, 0, '127.0.0.1');
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await Promise.all([right.close(), wrong.close()]);
  });

  it('ends with 0 where no rule is broken', async () => {
    const { code, stdout } = await command(
      'conform',
      '--base-url',
      `${right.address}/`,
      '--only',
      'header',
      '--only',
      'parameter.range',
    );
    expect(stdout).toMatch(/: 3 rules, 3 kept, 0 broken, 0 skipped; \d+ requests in [\d.]+ s\.\nIt conforms\.\n$/);
    expect(code).toBe(0);
  });

  it('ends with 1 where one is, and writes the verdict as JUnit and JSON', async () => {
    const [xml, json] = [path.join(folder, 'verdict.xml'), path.join(folder, 'verdict.json')];
    const asked = ['--base-url', wrong.address, '--only', 'header', '--junit', xml, '--json', json];
    const { code, stdout } = await command('conform', ...asked);
    expect(code).toBe(1);
    expect(stdout).toContain('BROKEN header.documented');
    expect(stdout).toContain('came     200 without ETag');
    expect(readFileSync(xml, 'utf8')).toContain('<testcase classname="header" name="header.documented"');
    const { outcomes } = JSON.parse(readFileSync(json, 'utf8')) as Verdict;
    expect(outcomes.map(({ id, result }) => [id, result])).toEqual([
      ['header.documented', 'broken'],
      ['header.vary', 'kept'],
    ]);
  });

  it('ends with 2 where arguments cannot be used, and names all faults', async () => {
    const { code, stderr } = await command('conform', '--bse-url', 'x', '--only', 'no.rule', '--concurrency', '0');
    expect(code).toBe(2);
    for (const fault of ['--bse-url is not an option', '--base-url is missing', '“no.rule”', '--concurrency has to be'])
      expect(stderr).toContain(fault);
  });

  it('ends with 2 where no back end is', async () => {
    const { code, stderr } = await command('conform', '--base-url', 'http://127.0.0.1:1');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:1 cannot be reached: fetch failed/);
  });

  it('lists the rules', async () => {
    const { code, stdout } = await command('conform', '--rules');
    expect(code).toBe(0);
    expect(stdout).toContain('- `growth.zero-rule`: ');
  });

  it.each([[['serve', '--help']], [['--help']]])('serves with %j as it always has', async (args) => {
    const { code, stdout } = await command(...args);
    expect(code).toBe(0);
    expect(stdout).toContain('--events FILE');
  });
});
