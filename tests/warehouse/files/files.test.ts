import { readFileSync, rmSync, utimesSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createEngine, type Mapping } from '#engine/index.js';
import { openFiles, openWarehouse, type FileOptions, type FileWarehouse } from '#warehouse/index.js';
import { csvOf, Folder } from './forms.js';

const folder = new Folder();
const opened: FileWarehouse[] = [];

async function open(patterns: readonly string[], options: FileOptions = {}, file = ':memory:'): Promise<FileWarehouse> {
  const files = await openFiles(file, patterns, { threads: 1, lookEveryMs: 0, ...options });
  opened.push(files);
  return files;
}

afterEach(async () => {
  for (const files of opened.splice(0)) await files.close();
});
afterAll(() => {
  folder.remove();
});

const day = { start: '2026-03-02', end: '2026-03-02' };
const visit = (user: string, minute: number, more: object = {}) => ({
  ...{ user_id: user, ts: Date.parse('2026-03-02T10:00:00Z') + minute * 60_000, event: 'page_view', ...more },
});
const ndjson = (...events: object[]) => events.map((event) => JSON.stringify(event)).join('\n');

async function numbers(files: FileWarehouse): Promise<(number | null)[]> {
  const { metrics } = await files.summary('superapp', { ...day, metrics: ['active_users', 'visits', 'opens'] });
  return metrics.map(({ value }) => value);
}

describe('files that change', () => {
  it('are asked as they are now: added, changed, gone', async () => {
    folder.write('log-1.ndjson', ndjson(visit('a', 0), visit('b', 1)));
    const files = await open([folder.at('log-*.ndjson')]);
    expect(await numbers(files)).toEqual([2, 2, 2]);
    // What comes later belongs to the open of before.
    folder.write('log-2.ndjson', ndjson(visit('a', 5), visit('c', 6, { new_name: 'x' })));
    expect(await numbers(files)).toEqual([3, 4, 3]);
    const asked = { ...day, dimension: 'properties.new_name', metrics: ['visits'] };
    expect((await files.breakdown('superapp', asked)).rows.map(({ key }) => key)).toEqual([null, 'x']);
    folder.write('log-1.ndjson', ndjson(visit('d', 0)));
    expect(await numbers(files)).toEqual([3, 3, 3]);
    rmSync(folder.at('log-2.ndjson'));
    expect(await numbers(files)).toEqual([1, 1, 1]);
  });

  it('leave a file that cannot be read yet a problem that names it, until it can', async () => {
    folder.write('half-1.csv', csvOf([visit('a', 0)]));
    const files = await open([folder.at('half-*.csv')]);
    folder.write('half-2.csv', 'PAR1');
    const problem = { code: 'unavailable', message: expect.stringContaining('half-2.csv') as unknown };
    await expect(numbers(files)).rejects.toMatchObject(problem);
    folder.write('half-2.csv', csvOf([visit('b', 0)]));
    expect(await numbers(files)).toEqual([2, 2, 2]);
  });

  it('are not read again where the database knows them', async () => {
    const log = folder.write('kept.ndjson', ndjson(visit('a', 0), visit('b', 1), { event: 'launch' }));
    utimesSync(log, new Date(1e12), new Date(1e12));
    const first = await open([log], {}, folder.at('kept.duckdb'));
    expect(await numbers(first)).toEqual([2, 2, 2]);
    await opened.pop()!.close();
    // The same size and time, so that nothing tells that it is another: were it read again, it had no events.
    folder.write('kept.ndjson', readFileSync(log, 'utf8').replaceAll('user_id', 'user_xx'));
    utimesSync(log, new Date(1e12), new Date(1e12));
    const again = await open([log], {}, folder.at('kept.duckdb'));
    expect(await again.outcome()).toMatchObject({ files: 1, accepted: 2, rejected: 1 });
    expect(await numbers(again)).toEqual([2, 2, 2]);
  });
});

describe('what is wrong with files is said', () => {
  const faultOf = (patterns: readonly string[], mapping?: Mapping) =>
    openFiles(':memory:', patterns, mapping ? { mapping } : {}).then(
      async (files) => {
        await files.close();
        return 'none';
      },
      (error: unknown) => (error as Error).message,
    );

  it('where none has the name', async () => {
    expect(await faultOf([folder.at('never-*.csv')])).toMatch(/^No file is named “.*never-\*\.csv”\. Name a file/);
  });

  it('where a field is missing, with the names that there are', async () => {
    const log = folder.write('names.ndjson', ndjson({ visitor: 'a', ts: 0, event: 'launch' }));
    expect(await faultOf([log])).toContain(
      'No column of the file is user_id. Its columns are "event", "ts", "visitor".',
    );
    expect(await faultOf([log], { fields: { visitor: 'user_id' } })).toBe('none');
  });

  it('where nothing is a visit, with the events that there are', async () => {
    const log = folder.write('visits.ndjson', ndjson({ user_id: 'a', ts: 0, event: 'home' }));
    expect(await faultOf([log])).toContain('Its events are "home". Say which are page views');
  });

  it('where a column of Parquet has a type that its field cannot have, with what it has to be', async () => {
    const select = `select 'a' as user_id, timestamp '2026-03-02 10:00:00' as ts, 'launch' as event, [1] as page_path`;
    const log = await folder.copy(select, 'types.parquet');
    const fault = await faultOf([log]);
    expect(fault).toContain('Column `ts` (`ts`) is TIMESTAMP; it has to hold a timestamp with a zone');
    expect(fault).toContain('Column `page_path` (`page_path`) is INTEGER[]; it has to hold texts');
  });

  it('where files are of several forms', async () => {
    folder.write('mixed-1.csv', csvOf([visit('a', 0)]));
    folder.write('mixed-2.csv', ndjson(visit('a', 0)));
    expect(await faultOf([folder.at('mixed-*.csv')])).toMatch(/mixed-1\.csv” is CSV and “.*mixed-2\.csv” is NDJSON/);
  });

  it('where the database has events of its own', async () => {
    const own = await openWarehouse(folder.at('own.duckdb'));
    await own.ingest(ndjson(visit('a', 0)));
    await own.close();
    const log = folder.write('beside.ndjson', ndjson(visit('a', 0)));
    await expect(openFiles(folder.at('own.duckdb'), [log])).rejects.toThrow('keeps events of its own. Name another');
  });
});

describe('names of files and of what they hold are texts and never SQL:', () => {
  const evils = [`a"b`, `'; drop table users; --`, `x" varchar); --`, '$1', `{'k': 1}`, 'a/b~c', '🧨 */ select 1 /*'];

  it.each(['ndjson', 'csv', 'parquet'])('in %s', async (form) => {
    const event = visit('a', 0, Object.fromEntries(evils.map((evil) => [evil, `value of ${evil}`])));
    const nested = { ...visit('b', 1), properties: { [evils[1]!]: 'nested' } };
    const events = [event, nested];
    const name = `it's "${form}" $1`;
    if (form === 'csv') folder.write(`${name}.csv`, csvOf(events));
    else folder.write(`${name}.ndjson`, ndjson(...events));
    if (form === 'parquet') {
      const json = folder.write('evil.ndjson', ndjson(...events));
      await folder.copy(`from read_json('${json}')`, 'evil.parquet');
    }
    const path = form === 'parquet' ? folder.at('evil.parquet') : folder.at(`${name}.${form}`);
    const mapping: Mapping = { fields: { [evils[0]!]: 'city', [evils[2]!]: `properties.${evils[1]!}` } };
    const files = await open([path], { mapping });
    const engine = createEngine({ mapping });
    await engine.ingest(form === 'csv' ? csvOf(events) : ndjson(...events));
    for (const dimension of ['city', ...evils.map((evil) => `properties.${evil}`)]) {
      const asked = { ...day, dimension, metrics: ['visits', 'active_users'] };
      expect(await files.breakdown('superapp', asked)).toEqual(await engine.breakdown('superapp', asked));
    }
  });
});
