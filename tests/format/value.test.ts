import { describe, expect, it } from 'vitest';
import { Formats } from '#format/formats.js';
import { textOf } from '#format/parts.js';

const formats = (locale: string, currency: string | null = 'CNY') =>
  new Formats({ locale, timezone: 'Asia/Shanghai', currency });

describe('a value', () => {
  it('is a dash where there is none, never 0', () => {
    expect(formats('en').value(null, 'count')).toBe('–');
    expect(formats('en').value(Number.NaN, 'rate')).toBe('–');
    expect(formats('en').value(0, 'count')).toBe('0');
  });

  it.each([
    ['en', 999_999, '999,999'],
    ['en', 1_348_469, '1.35M'],
    ['zh-CN', 134_846, '134,846'],
    ['zh-CN', 1_348_469, '134.8万'],
    ['ar', 1_348_469, '1.35 مليون'],
    ['de', 1_348_469, '1,35 Mio.'],
  ])('is written on a card in %s: %d as %s', (locale, value, text) => {
    expect(formats(locale).value(value, 'count', 'card').replace('\u00a0', ' ')).toBe(text);
  });

  it.each([
    [0, '0'],
    [950, '950'],
    [5000, '5K'],
    [12_345, '12.3K'],
    [123_456, '123.5K'],
    [-5000, '−5K'],
  ])('is compact where there is little room: %d as %s', (value, text) => {
    expect(formats('en').value(value, 'count', 'compact')).toBe(text);
  });

  it('keeps every digit in full', () => {
    expect(formats('en').value(1_348_469, 'count', 'full')).toBe('1,348,469');
  });

  it('is a percentage with two decimals where it is a rate', () => {
    expect(formats('en').value(415_859 / 1_348_469, 'rate')).toBe('30.84%');
  });

  it('leaves its unit to the header in a table', () => {
    const { value, unit } = {
      value: formats('en').value.bind(formats('en')),
      unit: formats('en').unit.bind(formats('en')),
    };
    expect([value(0.3084, 'rate', 'cell'), unit('rate')]).toEqual(['30.84', '%']);
    expect([value(125.04, 'seconds', 'cell'), unit('seconds')]).toEqual(['125.0', 's']);
    expect([value(216_553, 'money', 'cell'), unit('money')]).toEqual(['2,165.53', 'CNY']);
    expect([value(7, 'users', 'cell'), unit('users')]).toEqual(['7', '']);
  });

  it('is cut into number and unit, so that a card can set the unit smaller', () => {
    expect(formats('zh-CN').parts(1_348_469, 'count', 'card')).toEqual([
      { text: '134.8', isUnit: false },
      { text: '万', isUnit: true },
    ]);
    expect(
      formats('en')
        .parts(0.3084, 'rate')
        .map(({ isUnit }) => isUnit),
    ).toEqual([false, true]);
  });

  it('carries no direction marks: it stands in an isolate of its own', () => {
    const text = textOf(formats('ar').parts(-0.3084, 'rate'));
    expect(text).toBe('−30.84%');
  });

  it('writes averages with two decimals and a half count as it is', () => {
    expect(formats('en').value(1.534, 'pages')).toBe('1.53');
    expect(formats('en').value(2.5, 'count')).toBe('2.50');
  });

  it('writes an axis of shares without needless decimals', () => {
    expect([0.2, 0.125, 0.0725].map((share) => formats('en').value(share, 'rate', 'compact'))).toEqual([
      '20%',
      '12.5%',
      '7.25%',
    ]);
  });

  it('falls back to English for a locale that is no language tag', () => {
    expect(formats('not a locale').value(1234, 'count')).toBe('1,234');
  });

  it('writes the digits that a host asks for', () => {
    expect(formats('ar-EG').value(1234, 'count')).toBe('١٬٢٣٤');
  });
});

describe('money', () => {
  it.each([
    ['CNY', 216_553, '¥2,165.53'],
    ['JPY', 216_553, '¥216,553'],
    ['KWD', 216_553, 'KWD 216.553'],
    ['IQD', 216_553, 'IQD 216.553'],
  ])('is minor units by the exponent of %s', (currency, minor, text) => {
    expect(
      formats('en', currency)
        .value(minor, 'money')
        .replace(/\u00a0/g, ' '),
    ).toBe(text);
  });

  it('counts the six digits of a card in major units', () => {
    expect(formats('en').value(99_999_999, 'money', 'card')).toBe('¥1,000,000');
    expect(formats('en').value(21_655_312, 'money', 'card')).toBe('¥216,553');
    expect(formats('en').value(216_553_120, 'money', 'card')).toBe('¥2.17M');
    expect(formats('en').value(4_230, 'money', 'card')).toBe('¥42.30');
  });

  it('is a bare number where the answer names no currency', () => {
    expect(formats('en', null).value(216_553, 'money')).toBe('216,553');
  });
});
