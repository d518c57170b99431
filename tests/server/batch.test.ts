import { describe, expect, it } from 'vitest';
import type { BatchAnswer, Problem } from '#contract/api.js';
import { asker } from './fixtures/asker.js';
import { stubSource } from './fixtures/stub-source.js';

const PATH = '/v1/reports:batch';
const query = { range: 'yesterday', metrics: ['opens'] };
const item = (id: string, more: object = {}): object => ({ id, scope: 'superapp', report: 'summary', query, ...more });

async function answers(response: Response): Promise<BatchAnswer[]> {
  expect(response.status).toBe(200);
  return (await response.json()) as BatchAnswer[];
}

describe('batch', () => {
  it('answers each question with its own status, in the order asked', async () => {
    const { post } = asker();
    const found = await answers(
      await post(PATH, [
        item('a'),
        item('b', { scope: 'apps/lantern-tea', report: 'trend' }),
        item('c', { query: { ...query, metrics: ['opns'] } }),
        item('d', { scope: 'apps/nowhere' }),
        item('e', { report: 'funnel' }),
        item('f', { query: { range: 'soon', metrics: ['opens'] } }),
        item('g', { report: 'sumary', scope: 'app/x', query: [] }),
        item('h', { report: undefined }),
      ]),
    );
    expect(found.map(({ id, status }) => `${id} ${String(status)}`)).toEqual([
      'a 200',
      'b 200',
      'c 422',
      'd 404',
      'e 422',
      'f 400',
      'g 400',
      'h 400',
    ]);
    const faults = (index: number) => (found[index]!.body as Problem).errors?.map(({ parameter }) => parameter);
    expect([faults(2), faults(5), faults(6), faults(7)]).toEqual([
      ['metrics'],
      ['range'],
      ['report', 'scope', 'query'],
      ['report'],
    ]);
  });

  it('answers what a single question is answered', async () => {
    const { post } = asker();
    const [batched] = await answers(await post(PATH, [item('a')]));
    expect(batched!.body).toEqual(await (await post('/v1/superapp/reports/summary', query)).json());
  });

  it('lets a failure of one question stay with that one', async () => {
    const trend = () => Promise.reject(new Error('out of luck'));
    const { post } = asker({ source: stubSource({ trend }) });
    const found = await answers(await post(PATH, [item('a', { report: 'trend' }), item('b')]));
    expect(found.map(({ status }) => status)).toEqual([500, 200]);
  });

  it('asks the permission of each report', async () => {
    const { post } = asker({ permissions: () => ({ permissions: ['page_analysis.read'] }) });
    const breakdown = { report: 'breakdown', query: { ...query, dimension: 'page_path' } };
    const found = await answers(await post(PATH, [item('a'), item('b', breakdown)]));
    expect(found.map(({ status }) => status)).toEqual([403, 200]);
    expect(found[0]!.body).toMatchObject({ permission: 'data_overview.read' });
  });

  it('passes the signal of the request on', async () => {
    const { send, source } = asker();
    const { signal } = new AbortController();
    await send(PATH, { method: 'POST', body: JSON.stringify([item('a')]), signal });
    expect(source.asked[0]!.signal).toBeInstanceOf(AbortSignal);
  });

  it('takes 32 questions', async () => {
    const { post } = asker();
    const items = Array.from({ length: 32 }, (_, index) => item(String(index)));
    expect(await answers(await post(PATH, items))).toHaveLength(32);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['no list', { id: 'a' }, 'body', /has to be a list/],
    ['empty', [], 'body', /1 to 32 questions, not 0/],
    [
      '33 questions long',
      Array.from({ length: 33 }, (_, index) => item(String(index))),
      'body',
      /1 to 32 questions, not 33/,
    ],
    ['not of objects', [item('a'), 'b'], '/1', /has to be an object/],
    ['without an id', [item('a'), { ...item('b'), id: undefined }], '/1/id', /needs an id/],
    ['with one id twice', [item('a'), item('a')], '/1/id', /another question/],
  ])('that is %s is 400 as a whole', async (_case, json, parameter, message) => {
    const { errors } = await asker().problem(400, PATH, { json });
    expect(errors).toEqual([expect.objectContaining({ parameter, message: expect.stringMatching(message) as string })]);
  });
});
