import { describe, expect, it } from 'vitest';
import { ReportError } from '#contract/problems.js';
import { addToCart, definitionsAsker, EVENTS } from '../../fixtures/definitions-asker.js';
import { stubSource } from '../../fixtures/stub-source.js';
import { listOf } from './bodies.js';

describe('observed events', () => {
  const values = [
    { value: 'page_view', count: 90 },
    { value: 'open_coupon', count: 12 },
    { value: 'add_to_cart', count: 7 },
    { value: 'Scan Table', count: 3 },
  ];
  const source = () => stubSource({ values: () => Promise.resolve({ field: 'event', type: 'string', values }) });

  it('are collected names without a definition, most frequent first, and no reserved ones', async () => {
    const { make, get } = definitionsAsker({ source: source() });
    await make(addToCart);
    const { observed } = await listOf(get(EVENTS));
    expect(observed).toEqual([
      { name: 'open_coupon', count: 12 },
      { name: 'Scan Table', count: 3 },
    ]);
    expect((await listOf(get(`${EVENTS}?search=scan&page=9`))).observed).toEqual([{ name: 'Scan Table', count: 3 }]);
  });

  it('are none where the source knows nothing of the app yet', async () => {
    const unknown = () => Promise.reject(new ReportError('app_not_found', 'No event has named it.'));
    const { get, make } = definitionsAsker({ source: stubSource({ values: unknown }) });
    expect((await listOf(get(EVENTS))).observed).toEqual([]);
    expect((await make(addToCart, 'check')).fields).toEqual([{ field: 'price', type: 'number', seen: false }]);
  });

  it('fail with the source', async () => {
    const { problem } = definitionsAsker({ source: stubSource({ values: () => Promise.reject(new Error('down')) }) });
    await problem(500, EVENTS);
  });
});
