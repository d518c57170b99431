import { describe, expect, it } from 'vitest';
import { duration } from '#format/duration.js';
import { textOf } from '#format/parts.js';

const text = (seconds: number, isBrief = false) => textOf(duration(seconds, 'en', { isBrief }));

describe('a duration', () => {
  it.each([
    [0, '0.0 s'],
    [13.4, '13.4 s'],
    [59.94, '59.9 s'],
    [59.96, '1 min 00 s'],
    [125, '2 min 05 s'],
    [3599.6, '1 h 00 min'],
    [31_565, '8 h 46 min'],
    [86_400, '1 d 00 h'],
    [768_640, '8 d 22 h'],
    [-13.4, '−13.4 s'],
    [-125, '−2 min 05 s'],
  ])('of %d seconds reads %s', (seconds, expected) => {
    expect(text(seconds)).toBe(expected);
  });

  it.each([
    [30, '30 s'],
    [120, '2 min'],
    [150, '2 min 30 s'],
    [7200, '2 h'],
    [172_800, '2 d'],
  ])('of %d seconds is brief on an axis: %s', (seconds, expected) => {
    expect(text(seconds, true)).toBe(expected);
  });

  it('is written in the words of its language, with the unit apart from the number', () => {
    const patterns = {
      ...{ seconds: '{s} 秒', minutes: '{m} 分', minutesSeconds: '{m} 分 {s} 秒' },
      ...{ hours: '', hoursMinutes: '', days: '', daysHours: '' },
    };
    expect(duration(125, 'zh-CN', { patterns })).toEqual([
      { text: '2', isUnit: false },
      { text: ' 分 ', isUnit: true },
      { text: '05', isUnit: false },
      { text: ' 秒', isUnit: true },
    ]);
  });
});
