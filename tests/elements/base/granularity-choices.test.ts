import { expect } from '@open-wc/testing';
import { granularityChoices } from '#elements/base/granularity-choices.js';

const day = (start: string, end: string): string => granularityChoices({ start, end }).join(' ');

describe('granularityChoices', () => {
  it('shows one day by the hour, a week by hour or day, longer ranges by day, week or month', () => {
    expect(day('2026-11-22', '2026-11-22')).to.equal('hour');
    expect(day('2026-11-16', '2026-11-22')).to.equal('hour day');
    expect(day('2026-11-08', '2026-11-22')).to.equal('day week');
    expect(day('2026-10-24', '2026-11-22')).to.equal('day week month');
  });

  it('shows instants by minutes, coarser the longer they are', () => {
    const start = '2026-11-22T00:00:00Z';
    expect(day(start, '2026-11-22T01:00:00Z')).to.equal('minute 5_minutes 10_minutes');
    expect(day(start, '2026-11-22T06:00:00Z')).to.equal('5_minutes 10_minutes 30_minutes hour');
    expect(day(start, '2026-11-24T00:00:00Z')).to.equal('30_minutes hour');
  });

  it('offers only what the back end answers', () => {
    expect(granularityChoices({ start: '2026-10-24', end: '2026-11-22' }, ['day', 'month'])).to.deep.equal([
      'day',
      'month',
    ]);
  });
});
