import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ar } from '../../../docs/console/texts/ar.js';
import { en } from '../../../docs/console/texts/en.js';
import { zhCn } from '../../../docs/console/texts/zh-cn.js';

const html = readFileSync(path.resolve(import.meta.dirname, '../../../docs/console/index.html'), 'utf8');
const texts: Record<string, unknown> = en;

describe('the texts of the console', () => {
  it('have the same places in every language', () => {
    const places = (text: unknown) => new Set(JSON.stringify(text).match(/\{\w+\}/g));
    for (const [key, text] of Object.entries(texts)) {
      for (const language of [ar, zhCn] as Record<string, unknown>[])
        expect(places(language[key]), key).toEqual(places(text));
    }
  });

  it('stand in the page in English before any script has run', () => {
    const written = [...html.matchAll(/data-text="([^"]+)"[^>]*>\s*([^<]*?)\s*</g)];
    expect(written.length).toBeGreaterThan(30);
    for (const [, key, text] of written) expect(text, key).toBe(texts[key!]);
    for (const [, key] of html.matchAll(/data-label="([^"]+)"/g)) expect(texts, key).toHaveProperty([key!]);
  });
});
