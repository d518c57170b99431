import { expect } from '@open-wc/testing';
import type { RetentionQuery, RetentionReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import { askRetention, reachBack, retentionQuestion } from '#elements/retention-grid/retention-question.js';
import { retentionOf } from '../../charts/sample-retention.js';

const choices = { cohort: 'new_users', offsets: undefined, isExact: false } as const;

/** A client that answers about the range it is asked for; `yesterday` is 21 November. */
function clientOf(cohorts?: RetentionReport['cohorts']) {
  const asked: RetentionQuery[] = [];
  const retention = (_scope: string, query: RetentionQuery) => {
    asked.push(query);
    const { start = '2026-11-21', end = '2026-11-21' } = query;
    return Promise.resolve(retentionOf(cohorts && { cohorts }, { range: { start, end } }));
  };
  return { client: { retention } as unknown as Client, asked };
}

describe('the question of a retention grid', () => {
  it('asks for days where a scope speaks of hours, and for the periods that a host names', () => {
    const question = retentionQuestion({ app: 'a', granularity: 'hour' }, { ...choices, offsets: [1, 7] });
    expect(question?.query).to.deep.equal({
      range: 'last_30_days',
      cohort: 'new_users',
      granularity: 'day',
      offsets: [1, 7],
    });
  });

  it('is none without an app', () => {
    expect(retentionQuestion({}, choices)).to.equal(undefined);
  });
});

describe('a range that holds too few periods', () => {
  it('reaches back to nine weeks, seven months, seven days', () => {
    const range = { start: '2026-11-20', end: '2026-11-22' };
    expect(reachBack(range, 'week')).to.deep.equal({ start: '2026-09-21', end: '2026-11-22' });
    expect(reachBack(range, 'month')).to.deep.equal({ start: '2026-05-01', end: '2026-11-22' });
    expect(reachBack(range, 'day')).to.deep.equal({ start: '2026-11-16', end: '2026-11-22' });
  });

  it('stays as it is where it holds enough', () => {
    expect(reachBack({ start: '2026-11-01', end: '2026-11-22' }, 'day')).to.equal(undefined);
  });

  it('is not reached back from where it is given as instants', () => {
    expect(reachBack({ start: '2026-11-20T00:00:00Z', end: '2026-11-22T00:00:00Z' }, 'week')).to.equal(undefined);
  });
});

describe('asking for retention', () => {
  const question = {
    scope: 'apps/a',
    query: { range: 'yesterday', cohort: 'new_users', granularity: 'week' },
  } as const;

  it('asks once more, further back, once the back end has said which days a range is', async () => {
    const { client, asked } = clientOf();
    const report = await askRetention(client, { ...question, isExact: false }, {});
    expect(asked).to.deep.equal([
      question.query,
      { start: '2026-09-20', end: '2026-11-21', cohort: 'new_users', granularity: 'week' },
    ]);
    expect(report.meta.range?.start).to.equal('2026-09-20');
  });

  it('leaves out the time before the app had users, which nobody asked for', async () => {
    const { client } = clientOf([
      { start: '2026-09-21', size: 0, retained: [0, 0, 0] },
      { start: '2026-09-28', size: 5, retained: [1, 0, 0] },
      { start: '2026-10-05', size: 0, retained: [0, 0, 0] },
    ]);
    const { cohorts } = await askRetention(client, { ...question, isExact: false }, {});
    expect(cohorts.map(({ start }) => start)).to.deep.equal(['2026-09-28', '2026-10-05']);
  });

  it('asks once where it shall keep to the range', async () => {
    const { client, asked } = clientOf();
    await askRetention(client, { ...question, isExact: true }, {});
    expect(asked).to.have.length(1);
  });
});
