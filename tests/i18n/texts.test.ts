import { describe, expect, it } from 'vitest';
import { section } from '#i18n/section.js';
import { addTexts, loadTexts, textsIfLoaded } from '#i18n/load-texts.js';
import { Texts } from '#i18n/texts.js';

const en = {
  'test.plain': 'Loading',
  'test.until': 'Data until {time}',
  'test.pages': { one: '{count} page of {app}', other: '{count} pages of {app}' },
} as const;

describe('texts', () => {
  const texts = new Texts<typeof en>('en', [en]);

  it('fill their places', () => {
    expect(texts.get('test.until', { time: '13:30' })).toBe('Data until 13:30');
  });

  it('choose the form by number, written as the language writes it', () => {
    expect(texts.get('test.pages', { count: 1, app: 'Tea' })).toBe('1 page of Tea');
    expect(texts.get('test.pages', { count: 1200, app: 'Tea' })).toBe('1,200 pages of Tea');
  });

  it('choose by the rules of their language', () => {
    const arabic = { 'test.pages': { two: 'صفحتان', few: '{count} صفحات', other: '{count} صفحة' } };
    const form = (count: number) => new Texts<typeof en>('ar', [arabic, en]).get('test.pages', { count, app: '' });
    expect([form(2), form(3), form(100)]).toEqual(['صفحتان', '3 صفحات', '100 صفحة']);
  });

  it('give pieces, so that a template can stand in a sentence', () => {
    const strong = { a: 'template' };
    expect(texts.pieces('test.until', { time: strong })).toEqual(['Data until ', strong]);
  });

  it('answer in English where the language lacks a key, and with the key where nobody knows it', () => {
    expect(new Texts<typeof en>('fr', [{}, en]).get('test.plain')).toBe('Loading');
    expect(new Texts<Record<string, string>>('en', [en]).get('test.unknown')).toBe('test.unknown');
  });
});

describe('loading', () => {
  let loads = 0;
  const one = section(en, {
    'zh-CN': () => {
      loads++;
      return Promise.resolve({
        'test.plain': '加载中',
        'test.until': '截至 {time}',
        'test.pages': { other: '{count} 页' },
      });
    },
  });

  it('is not needed for English', () => {
    expect(textsIfLoaded<typeof en>('en-GB', [one])?.get('test.plain')).toBe('Loading');
  });

  it('happens once, for any tag of the language', async () => {
    expect(textsIfLoaded('zh', [one])).toBeUndefined();
    await loadTexts('zh', [one]);
    await loadTexts('zh-Hans-SG', [one]);
    expect(textsIfLoaded<typeof en>('zh', [one])?.get('test.plain')).toBe('加载中');
    expect(loads).toBe(1);
  });

  it('that fails is answered in English', async () => {
    const broken = section(en, { sv: () => Promise.reject(new Error('offline')) });
    await loadTexts('sv', [broken]);
    expect(textsIfLoaded<typeof en>('sv', [broken])?.get('test.plain')).toBe('Loading');
  });

  it('of a language that a host adds needs any part of the keys', async () => {
    addTexts('de', () => Promise.resolve({ 'test.plain': 'Lädt' }));
    await loadTexts('de-AT', [one]);
    const german = textsIfLoaded<typeof en>('de-AT', [one]);
    expect(german?.get('test.plain')).toBe('Lädt');
    expect(german?.get('test.until', { time: '13:30' })).toBe('Data until 13:30');
  });

  it('lets texts of the host win over all', () => {
    const own = textsIfLoaded<typeof en>('en', [one], { 'test.plain': 'One moment' });
    expect(own?.get('test.plain')).toBe('One moment');
  });
});
