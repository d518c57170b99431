import { expect } from '@open-wc/testing';
import {
  instantOf,
  liveGranularities,
  liveWindow,
  usualGranularity,
  wallText,
  windowBefore,
} from '#elements/live-chart/live-window.js';

const now = Date.parse('2026-11-22T05:30:20Z');
const hour = 3_600_000;

describe('the window of a live chart', () => {
  it('ends with the bucket that is running, so that it is one question until that is over', () => {
    const at = (ms: number) => windowBefore(ms, hour, 'minute', 'Asia/Shanghai');
    expect(at(now)).to.deep.equal({ start: '2026-11-22T04:31:00Z', end: '2026-11-22T05:31:00Z' });
    expect(at(now + 39_999)).to.deep.equal(at(now));
    expect(at(now + 40_000)).to.deep.equal({ start: '2026-11-22T04:32:00Z', end: '2026-11-22T05:32:00Z' });
  });

  it('is cut by the hours of its zone', () => {
    const { end } = windowBefore(now, 24 * hour, 'hour', 'Asia/Kathmandu');
    expect(end).to.equal('2026-11-22T06:15:00Z');
  });

  it('has buckets that can be told apart at a glance', () => {
    const usual = [0.5, 1, 3, 6, 24, 48].map((hours) => usualGranularity(hours * hour));
    expect(usual).to.deep.equal(['minute', 'minute', '5_minutes', '10_minutes', '30_minutes', 'hour']);
  });

  it('offers lengths that give two points and no more than three hundred', () => {
    expect(liveGranularities(0.5 * hour)).to.deep.equal(['minute', '5_minutes', '10_minutes']);
    expect(liveGranularities(6 * hour)).to.deep.equal(['5_minutes', '10_minutes', '30_minutes', 'hour']);
    expect(liveGranularities(60_000)).to.deep.equal(['minute']);
    expect(liveGranularities(999 * hour)).to.deep.equal(['hour']);
  });

  it('is a chosen range of instants, and never the days of a scope', () => {
    const chosen = { start: '2026-11-22T01:00:00Z', end: '2026-11-22T04:00:00Z' };
    expect(liveWindow(chosen, '1_hour', now, 'UTC')).to.deep.include({ range: chosen, span: undefined });
    const days = { start: '2026-11-01', end: '2026-11-22', granularity: 'day' } as const;
    expect(liveWindow(days, '1_hour', now, 'UTC')).to.deep.include({ span: '1_hour', granularity: 'minute' });
    const backwards = { start: chosen.end, end: chosen.start };
    expect(liveWindow(backwards, '3_hours', now, 'UTC')).to.include({ span: '3_hours' });
  });

  it('is the last hour where its name is unknown', () => {
    expect(liveWindow({}, 'a while', now, 'UTC').span).to.equal('1_hour');
  });
});

describe('dates and times that are typed', () => {
  it('are those of the zone', () => {
    expect(wallText('2026-11-22T05:30:00Z', 'Asia/Shanghai')).to.equal('2026-11-22T13:30');
    expect(instantOf('2026-11-22T13:30', 'Asia/Shanghai')).to.equal('2026-11-22T05:30:00Z');
  });

  it('are nothing while they are not whole', () => {
    expect(instantOf('', 'UTC')).to.equal(undefined);
    expect(wallText('soon', 'UTC')).to.equal('');
  });
});
