import { expect } from '@open-wc/testing';
import type { Meta, Range } from '#contract/api.js';
import { type Compared, previousRange } from '#elements/funnel-chart/previous-range.js';
import { funnelReport } from '../../charts/sample-funnel.js';

const previous: Compared = { kind: 'previous_period' };
const metaOf = (range: Range, asOf: string): Meta =>
  funnelReport(undefined, [], { range, data_as_of: asOf, timezone: 'Asia/Shanghai' }).meta;

describe('the range that a funnel is compared with', () => {
  for (const [what, range, asOf, compared, expected] of [
    [
      'is as many days just before',
      { start: '2026-11-15', end: '2026-11-21' },
      '2026-11-22T05:30:00Z',
      previous,
      { start: '2026-11-08', end: '2026-11-14' },
    ],
    [
      'is the week before',
      { start: '2026-11-20', end: '2026-11-21' },
      '2026-11-22T05:30:00Z',
      { kind: 'last_week' },
      { start: '2026-11-13', end: '2026-11-14' },
    ],
    [
      'is one that is chosen',
      { start: '2026-11-15', end: '2026-11-21' },
      '2026-11-22T05:30:00Z',
      { start: '2026-01-01', end: '2026-01-31' },
      { start: '2026-01-01', end: '2026-01-31' },
    ],
    [
      'ends at the same hour where the own one is not over',
      { start: '2026-11-22', end: '2026-11-22' },
      '2026-11-22T05:30:00Z',
      previous,
      { start: '2026-11-20T16:00:00Z', end: '2026-11-21T05:30:00Z' },
    ],
    [
      'ends with a whole day where the data does',
      { start: '2026-11-19', end: '2026-11-22' },
      '2026-11-21T16:00:00Z',
      previous,
      { start: '2026-11-15', end: '2026-11-17' },
    ],
    [
      'is none before there is data',
      { start: '2026-11-23', end: '2026-11-23' },
      '2026-11-22T05:30:00Z',
      previous,
      undefined,
    ],
  ] as const) {
    it(what, () => expect(previousRange(metaOf(range, asOf), compared)).to.deep.equal(expected));
  }

  it('is none for a range or a zone that cannot be read', () => {
    const meta = metaOf({ start: '2026-11-15', end: '2026-11-21' }, '2026-11-22T05:30:00Z');
    expect(previousRange({ ...meta, range: undefined } as unknown as Meta, previous)).to.equal(undefined);
    expect(previousRange({ ...meta, timezone: 'Mars/Olympus' }, previous)).to.equal(undefined);
    expect(previousRange(meta, { start: 'soon', end: 'later' })).to.equal(undefined);
  });
});
