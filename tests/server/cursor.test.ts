import { describe, expect, it } from 'vitest';
import type { BreakdownReport } from '#contract/api.js';
import { openCursor, sealCursor } from '#server/cursor.js';
import { asker } from './fixtures/asker.js';

const question = (more = ''): string =>
  `/v1/apps/lantern-tea/reports/breakdown?range=yesterday&metrics=visits&dimension=page_path&limit=1${more}`;

async function firstCursor(get: (path: string) => Promise<Response>): Promise<string> {
  return ((await (await get(question())).json()) as BreakdownReport).next_cursor!;
}

describe('cursor', () => {
  it('continues the question it was given for, and the source gets back its own', async () => {
    const { get, source } = asker();
    const cursor = await firstCursor(get);
    const next = (await (await get(question(`&cursor=${cursor}`))).json()) as BreakdownReport;
    expect(next.next_cursor).toBeNull();
    expect(source.asked.map(({ query }) => query.cursor)).toEqual([undefined, 'after:1']);
  });

  it('does not show what the source wrote into it', async () => {
    expect(await firstCursor(asker().get)).not.toMatch(/after/);
  });

  it('continues a question by POST that was begun by GET', async () => {
    const { get, post } = asker();
    const query = { range: 'yesterday', metrics: ['visits'], dimension: 'page_path', limit: 1 };
    const response = await post('/v1/apps/lantern-tea/reports/breakdown', { ...query, cursor: await firstCursor(get) });
    expect(response.status).toBe(200);
  });

  it.each<[string, (cursor: string) => string]>([
    ['edited', (cursor) => question(`&cursor=${cursor.slice(0, -1)}${cursor.endsWith('a') ? 'b' : 'a'}`)],
    ['cut', (cursor) => question(`&cursor=${cursor.slice(0, 8)}`)],
    ['made up', () => question('&cursor=eyJvIjoxfQ.mXw4')],
    ['no base64', () => question('&cursor=%C3%BC.x')],
    ['of another order', (cursor) => question(`&order=visits&cursor=${cursor}`)],
    ['of another search', (cursor) => question(`&search=home&cursor=${cursor}`)],
    ['of another filter', (cursor) => question(`&filter=city:set&cursor=${cursor}`)],
    ['of another scope', (cursor) => question(`&cursor=${cursor}`).replace('apps/lantern-tea', 'superapp')],
  ])('that is %s is 400', async (_case, pathOf) => {
    const { get, problem } = asker();
    const { code, errors } = await problem(400, pathOf(await firstCursor(get)));
    expect([code, errors?.[0]?.parameter]).toEqual(['malformed', 'cursor']);
  });

  it('carries any text', () => {
    expect(openCursor(sealCursor('首页/"\n', 'q'), 'q')).toBe('首页/"\n');
  });
});
