import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Bound } from '#warehouse/sql.js';
import { literal } from '#warehouse/clickhouse/literal.js';
import { textsStayTexts } from '../injection.js';
import { openOn } from './open.js';
import { hasClickHouse, startShards, type Shards } from './shards.js';

// Servers have to start, and make a dozen tables for each database.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.skipIf(!hasClickHouse)('a text that somebody sends to ClickHouse or asks is a text and never SQL:', () => {
  let shards: Shards;

  beforeAll(async () => {
    shards = await startShards(2);
  });
  afterAll(() => shards.stop());

  const ask = async (expression: string): Promise<unknown> => {
    const query = `select ${expression} as value format JSONCompact`;
    const settings = 'output_format_json_quote_64bit_integers=0&output_format_json_quote_denormals=1';
    const answer = await fetch(`${shards.urls[0]!}/?${settings}`, { method: 'POST', body: query });
    return ((await answer.json()) as { data: unknown[][] }).data[0]![0];
  };

  it.each([
    '',
    "'",
    '\\',
    "\\'",
    '\\\\',
    "' or 1 = 1 --",
    '\\x41\\N\\0',
    'a\0b',
    '\r\n\t\b\f',
    '{p:String}',
    '北京 🧨',
    '`"',
  ])('the literal of %j is that text', async (text) => {
    expect(await ask(literal(new Bound('text', text)))).toBe(text);
    expect(await ask(literal(new Bound('text', [text, null])))).toEqual([text, null]);
  });

  it.each([0, -1, 0.1, 1 / 3, 4.35, 1e-7, 1e21, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE, -Number.MAX_VALUE])(
    'the literal of %d is that number',
    async (value) => {
      expect(await ask(literal(new Bound('number', value)))).toBe(value);
      expect(await ask(literal(new Bound('number', [value, null])))).toEqual([value, null]);
    },
  );

  textsStayTexts(() => (options) => openOn(shards, options));
});
