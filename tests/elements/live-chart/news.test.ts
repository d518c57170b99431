import { expect } from '@open-wc/testing';
import type { Meta } from '#contract/api.js';
import { RequestError } from '#client/request-error.js';
import { dueOf } from '#elements/live-chart/news.js';
import { meta } from '../trend-chart/trend-back-end.js';

const at = Date.parse('2026-11-22T05:30:20Z');
const live: Meta = {
  ...meta,
  range: { start: '2026-11-22T04:31:00Z', end: '2026-11-22T05:31:00Z' },
  data_as_of: '2026-11-22T05:30:20Z',
  next_refresh_at: '2026-11-22T05:31:00Z',
  freshness: { kind: 'live' },
};
const failure = (kind: ConstructorParameters<typeof RequestError>[0]) => ({ error: new RequestError(kind, 'no'), at });

describe('when there can be news', () => {
  it('is when the answer promises them', () => {
    expect(dueOf({ meta: live, at }, undefined, false)).to.equal(Date.parse('2026-11-22T05:31:00Z'));
  });

  it('is in ten seconds where the promise is over already', () => {
    const late = { ...live, next_refresh_at: '2026-11-22T05:00:00Z' };
    expect(dueOf({ meta: late, at }, undefined, false)).to.equal(at + 10_000);
  });

  it('is never for a range that is over, or a file', () => {
    const range = { start: '2026-11-22T04:00:00Z', end: '2026-11-22T05:00:00Z' };
    expect(dueOf({ meta: { ...live, range }, at }, undefined, true)).to.equal(undefined);
    expect(dueOf({ meta: { ...live, next_refresh_at: null }, at }, undefined, false)).to.equal(undefined);
    expect(dueOf(undefined, undefined, false)).to.equal(undefined);
  });

  it('is there for a stretch before now, though its answer took longer than a bucket', () => {
    const late = { ...live, data_as_of: '2026-11-22T05:31:10Z', next_refresh_at: '2026-11-22T05:32:00Z' };
    expect(dueOf({ meta: late, at }, undefined, false)).to.equal(Date.parse('2026-11-22T05:32:00Z'));
  });

  it('is a minute after a failure, and never where the back end refused', () => {
    expect(dueOf({ meta: live, at }, failure('http'), false)).to.equal(at + 60_000);
    expect(dueOf(undefined, failure('forbidden'), false)).to.equal(undefined);
    expect(dueOf(undefined, failure('not_available'), false)).to.equal(undefined);
  });

  it('is left to what comes back by itself where it was limited or offline', () => {
    expect(dueOf({ meta: live, at }, failure('rate_limited'), false)).to.equal(undefined);
    expect(dueOf({ meta: live, at }, failure('offline'), false)).to.equal(undefined);
  });
});
