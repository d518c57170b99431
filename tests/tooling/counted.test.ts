import { describe, expect, it } from 'vitest';
import { counted } from '../../.ci/counted.js';

describe('what a runner’s last line counts as', () => {
  it.each([
    ['its own figures', { ok: true, lastLine: '12 passed, 0 failed' }, { passed: 12, failed: 0 }],
    ['its own failures', { ok: false, lastLine: '12 passed, 3 failed' }, { passed: 12, failed: 3 }],
    [
      'one failure when it ends badly with none named',
      { ok: false, lastLine: '12 passed, 0 failed' },
      { passed: 12, failed: 1 },
    ],
    ['one failure when it ran no test', { ok: true, lastLine: '0 passed, 0 failed' }, { passed: 0, failed: 1 }],
    ['one failure when it says nothing', { ok: true, lastLine: '' }, { passed: 0, failed: 1 }],
    [
      'one failure when the line is part of another',
      { ok: true, lastLine: 'Chrome: 2 passed, 0 failed' },
      { passed: 0, failed: 1 },
    ],
  ])('%s', (_, outcome, expected) => {
    expect(counted(outcome)).toEqual(expected);
  });
});
