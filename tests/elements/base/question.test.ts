import { expect } from '@open-wc/testing';
import { compareQuery, isCompared } from '#elements/base/question.js';
import { nested } from '#elements/base/scope-settings.js';

describe('what a question compares with', () => {
  it('is the kinds that have a name, at most as many as are drawn', () => {
    const compare = ['previous_day', 'last_week'] as const;
    expect(compareQuery({ compare })).to.eql({ compare: ['previous_day', 'last_week'] });
    expect(compareQuery({ compare }, 1)).to.eql({ compare: ['previous_day'] });
  });

  it('is a range of its own, which is stronger', () => {
    const settings = { compare: ['last_week'], compareStart: '2026-10-01', compareEnd: '2026-10-07' } as const;
    expect(compareQuery(settings)).to.eql({ compare_start: '2026-10-01', compare_end: '2026-10-07' });
  });

  it('is nothing where nothing is said, or nothing is wanted', () => {
    expect(compareQuery({})).to.eql({});
    expect(compareQuery({ compare: [] })).to.eql({});
    expect([isCompared({}), isCompared({ compare: [] })]).to.eql([false, false]);
    expect(isCompared({ compareStart: '2026-10-01' })).to.equal(true);
  });

  it('is one value: the inner scope replaces all of it', () => {
    const custom = { compareStart: '2026-10-01', compareEnd: '2026-10-07' };
    expect(compareQuery(nested(custom, { compare: ['last_week'] }))).to.eql({ compare: ['last_week'] });
    expect(compareQuery(nested({ compare: ['last_week'] }, custom))).to.eql({
      compare_start: '2026-10-01',
      compare_end: '2026-10-07',
    });
    expect(compareQuery(nested({ compare: ['last_week'] }, { compare: [] }))).to.eql({});
  });
});
