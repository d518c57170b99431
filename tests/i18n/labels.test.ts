import { describe, expect, it } from 'vitest';
import { directionOf, fallbacks } from '#i18n/fallback.js';
import { labelOf } from '#i18n/labels.js';
import { Texts } from '#i18n/texts.js';

const label = { en: 'Opens', 'zh-CN': '打开次数' };

describe('a label of the catalogue', () => {
  it('is the catalogue’s own text in the language, or a near one', () => {
    expect(labelOf(label, 'metric.opens', new Texts('zh-CN', []))).toBe('打开次数');
    expect(labelOf(label, 'metric.opens', new Texts('zh', []))).toBe('打开次数');
  });

  it('is a translation where the catalogue does not speak the language', () => {
    expect(labelOf(label, 'metric.opens', new Texts('ar', [{}, { 'metric.opens': 'مرات الفتح' }]))).toBe('مرات الفتح');
  });

  it('is the host’s own text before all', () => {
    expect(labelOf(label, 'metric.opens', new Texts('zh-CN', [{ 'metric.opens': 'Sessions' }]))).toBe('Sessions');
  });

  it('is English where nobody does', () => {
    expect(labelOf(label, 'metric.opens', new Texts('fi', []))).toBe('Opens');
  });
});

describe('the fallbacks of a locale', () => {
  it('go from narrow to wide, then to any known tag of the language', () => {
    expect(fallbacks('zh-Hans-SG', ['en', 'zh-CN', 'zh-Hans'])).toEqual(['zh-Hans', 'zh-CN']);
    expect(fallbacks('de-AT', ['en', 'de'])).toEqual(['de']);
    expect(fallbacks('fi', ['en', 'de'])).toEqual([]);
  });
});

describe('the direction of a language', () => {
  it.each([
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['fa', 'rtl'],
    ['en', 'ltr'],
    ['arn', 'ltr'],
  ])('%s is written %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction);
  });
});
