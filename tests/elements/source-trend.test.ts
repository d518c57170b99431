import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import type { BreakdownQuery, BreakdownReport, TrendQuery } from '#contract/api.js';
import type { Client } from '#client/client.js';
import { RequestError } from '#client/request-error.js';
import type { MaSourceTrend } from '#elements/source-trend/source-trend.element.js';
import '#elements/source-trend/source-trend.js';
import { meta, now, trendClient, trendOf } from './trend-chart/trend-back-end.js';
import { isAccessible } from './base/accessible.js';
import { all, one, root, until } from './base/parts.js';

const keys = ['2', '1', '3', '14', '5', '6', '7', '8'];
const named: Record<string, string> = { '1': 'Mini program history list', '2': 'Search', '3': 'Chat' };

/** Eight sources and the rest; with a filter, those of the filter, the most frequent first. */
function sourcesOf(query: TrendQuery) {
  const only = query.filters?.find(({ field }) => field === 'source')?.values;
  const found = keys.filter((key) => !only || only.includes(key));
  const [metric = ''] = query.metrics;
  const series = found.map((key) => ({ metric, key, values: [9, 9, 9, 9, 40 - keys.indexOf(key), 2] }));
  const others = { row_count: 13, series: [{ metric, values: [1, 1, 1, 1, 1, 1] }] };
  return trendOf({ ...query, metrics: [] }, { series, ...(!only && { others }) });
}

function choicesOf({ metrics: [metric = ''] }: BreakdownQuery): BreakdownReport {
  const rows = [...keys, 'partner-app'].map((key, i) => ({
    ...{ key, label: key, shares: {} },
    values: { [metric]: 1000 - i },
  }));
  return { meta, rows, totals: { values: {} }, row_count: rows.length } as unknown as BreakdownReport;
}

function sourceClient(breakdown: (query: BreakdownQuery) => BreakdownReport | Promise<BreakdownReport> = choicesOf) {
  const { client, asked } = trendClient({ trend: sourcesOf });
  const choices: BreakdownQuery[] = [];
  const whole = Object.assign(client, {
    breakdown: async (_: string, query: BreakdownQuery) => {
      choices.push(query);
      return Promise.resolve(breakdown(query));
    },
  }) as Client;
  return { client: whole, asked, choices };
}

const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const boxes = (chart: MaSourceTrend): HTMLInputElement[] => all(chart, '.option input') as HTMLInputElement[];
const colours = (chart: MaSourceTrend): Map<string, unknown> =>
  new Map(
    (Chart.getChart(one(chart, 'canvas') as HTMLCanvasElement)!.data.datasets as unknown as Line[]).map((line) => [
      line.id,
      line.borderColor,
    ]),
  );
interface Line {
  readonly id: string;
  readonly borderColor: unknown;
}

const isSettled = (chart: MaSourceTrend) => (): boolean =>
  root(chart).querySelector('.frame')?.getAttribute('aria-busy') === 'false' &&
  !root(chart).querySelector('.bones') &&
  (root(chart).querySelector('.message .title')?.textContent ?? 'none') !== '' &&
  all(chart, 'canvas').every((drawn) => Chart.getChart(drawn as HTMLCanvasElement));

async function settled(changes: Partial<MaSourceTrend> = {}, width = 1200): Promise<MaSourceTrend> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const chart = document.createElement('ma-source-trend');
  const usual = { app: 'lantern-tea', range: 'last_7_days', locale: 'en', now, client: sourceClient().client };
  Object.assign(chart, usual, changes);
  box.append(chart);
  await until(chart, isSettled(chart));
  return chart;
}

async function after(chart: MaSourceTrend, act: () => void): Promise<void> {
  act();
  await chart.updateComplete;
  await until(chart, isSettled(chart));
}

async function open(chart: MaSourceTrend): Promise<void> {
  one(chart, '.choose').click();
  await until(chart, () => root(chart).querySelector(".chooser:popover-open[aria-busy='false']") !== null);
}

const isWebKit = !navigator.userAgent.includes('Chrome') && navigator.userAgent.includes('AppleWebKit');

beforeEach(async () => {
  if (!isWebKit) await setViewport({ width: 1280, height: 900 });
});

describe('ma-source-trend', () => {
  it('asks for the most frequent sources by opens, and for no totals', async () => {
    const { client, asked } = sourceClient();
    await settled({ client });
    expect(asked.map(({ report, query }) => ({ report, query }))).to.deep.equal([
      {
        report: 'trend',
        query: { range: 'last_7_days', metrics: ['opens'], breakdown_by: 'source', limit: 8 },
      },
    ]);
  });

  it('names sources by the dictionary, draws the first five, and keeps three and the rest to be switched on', async () => {
    const chart = await settled();
    expect(text(one(chart, 'h2'))).to.equal('Opens by source');
    expect(all(chart, '.ends li').map(text).slice(0, 3)).to.deep.equal([
      'Search40',
      'Mini program history list39',
      'Chat38',
    ]);
    expect(all(chart, '.ends li')).to.have.length(5);
    expect(all(chart, '.legend [aria-pressed=false]')).to.have.length(4);
    expect(text(all(chart, '.legend li').at(-1)!)).to.equal('13 others');
  });

  it('speaks Chinese, names of sources too', async () => {
    const chart = await settled({ locale: 'zh-CN' });
    await until(chart, () => text(one(chart, 'h2')).includes('按来源'));
    expect(text(all(chart, '.ends li')[0]!)).to.match(/^搜索/);
  });

  it('switches the rest on as one more line', async () => {
    const chart = await settled();
    await after(chart, () => all(chart, '.legend button').at(-1)!.click());
    expect([...colours(chart).keys()]).to.include('opens:*others');
  });

  for (const [limit, wanted] of [
    [40, 12],
    [0, 8],
    [Number.NaN, 8],
    [-3, 1],
  ] as const) {
    it(`asks for ${wanted} sources where the limit is ${limit}`, async () => {
      const { client, asked } = sourceClient();
      await settled({ client, limit });
      expect(asked[0]?.query).to.include({ limit: wanted });
    });
  }

  it('lets the reader choose the metric, which tells the host and asks anew', async () => {
    const { client, asked } = sourceClient();
    const chart = await settled({ client });
    const fired = oneEvent(chart, 'metric-select');
    await after(chart, () => all(chart, '.segments')[0]!.querySelectorAll('button')[1]!.click());
    expect(((await fired) as unknown as { metric: string }).metric).to.equal('active_users');
    expect(asked.at(-1)?.query.metrics).to.deep.equal(['active_users']);
    expect(text(one(chart, 'h2'))).to.equal('Active users by source');
  });

  it('offers no switch between one metric', async () => {
    const chart = await settled({ metrics: ['visits'], noGranularity: true });
    expect(text(one(chart, 'h2'))).to.equal('Visits by source');
    expect(all(chart, '.segments')).to.have.length(0);
  });

  it('asks for chosen sources as a filter and draws all of them, in the order of choice', async () => {
    const { client, asked } = sourceClient();
    const chart = await settled({ client, sources: ['14', '2', '1', '3', '5', '6', '7'] });
    const values = ['14', '2', '1', '3', '5', '6', '7'];
    expect(asked[0]?.query.filters).to.deep.equal([{ field: 'source', operator: 'in', values }]);
    expect(asked[0]?.query).to.include({ limit: 7 });
    expect([...colours(chart).keys()].reverse()).to.deep.equal(values.map((key) => `opens:${key}`));
  });

  it('compares sources where that is asked', async () => {
    const { client, asked } = sourceClient();
    await settled({ client, sources: ['1'], compare: ['previous_period'] });
    expect(asked[0]?.query.compare).to.deep.equal(['previous_period']);
  });

  it('is fed by data alone, and then lets nothing be chosen', async () => {
    const data = sourcesOf({ metrics: ['active_users'] });
    const chart = await settled({ client: undefined, app: undefined, data });
    expect(text(one(chart, 'h2'))).to.equal('Active users by source');
    expect(root(chart).querySelector('.choose, .segments')).to.equal(null);
  });

  it('has no half of a title before it knows what its metric is called', async () => {
    const { client } = sourceClient();
    const unknowing = Object.assign(client, { catalog: () => new Promise(() => undefined) });
    const chart = await fixture<MaSourceTrend>(
      html`<ma-source-trend app="lantern-tea" locale="en" .client=${unknowing}></ma-source-trend>`,
    );
    await until(chart, () => text(one(chart, '.frame')).includes('Loading'));
    expect(text(one(chart, '.frame'))).not.to.contain('by source');
  });

  it('shows the state of data that cannot be read instead of throwing', async () => {
    const chart = await settled({ client: undefined, data: { nonsense: true } as never });
    expect(text(one(chart, '.message .title'))).to.equal('Could not load');
  });

  it('says what failed, and keeps its switches', async () => {
    const failing = trendClient({ trend: () => Promise.reject(new RequestError('forbidden', 'no')) });
    const chart = await settled({ client: failing.client });
    expect(text(one(chart, '.message .title'))).to.equal('You may not see this');
    expect(all(chart, '.segments')).to.have.length(1);
  });

  it('says the same as a table', async () => {
    const chart = await settled({ view: 'table', sources: ['1', '2'] });
    expect(all(chart, 'thead th').map(text)).to.deep.equal(['Time', 'Mini program history list', 'Search']);
    expect(all(chart, 'tbody tr')).to.have.length(6);
  });

  it('explains its metric', async () => {
    const chart = await settled();
    one(chart, '.tool[aria-label="How it is counted"]').click();
    await until(chart, () => Boolean(root(chart).querySelector('[role=dialog]')));
    expect(text(one(chart, '[role=dialog]'))).to.contain('Opens');
  });

  it('passes the checks for accessibility, the open list too', async () => {
    const chart = await settled();
    await isAccessible(chart);
    await open(chart);
    await isAccessible(chart);
  });

  it('fits in 280 px', async () => {
    const chart = await settled({}, 280);
    const frame = one(chart, '.frame').getBoundingClientRect();
    for (const part of all(chart, '.head > *')) {
      expect(part.getBoundingClientRect().right, part.className).to.be.at.most(frame.right);
    }
  });
});

describe('choosing among the sources', () => {
  it('asks for all of them when somebody opens the list, by the metric on show', async () => {
    const { client, choices } = sourceClient();
    const chart = await settled({ client });
    expect(choices).to.have.length(0);
    await open(chart);
    expect(choices).to.deep.equal([{ range: 'last_7_days', dimension: 'source', metrics: ['opens'], limit: 200 }]);
    expect(all(chart, '.option').map(text).slice(0, 2)).to.deep.equal([`${named['2']!}1,000`, `${named['1']!}999`]);
    expect(text(all(chart, '.option').at(-1)!)).to.equal('partner-app992');
  });

  it('begins with those that are drawn', async () => {
    const chart = await settled();
    await open(chart);
    expect(boxes(chart).map(({ checked }) => checked)).to.deep.equal([...Array(5).fill(true), ...Array(4).fill(false)]);
  });

  it('adds a line, keeps the colours of the others, and tells the host', async () => {
    const chart = await settled();
    const before = colours(chart);
    await open(chart);
    const fired = oneEvent(chart, 'sources-change');
    await after(chart, () => boxes(chart)[7]!.click());
    expect(((await fired) as unknown as { sources: string[] }).sources).to.deep.equal(['2', '1', '3', '14', '5', '8']);
    await until(chart, () => colours(chart).size === 6);
    for (const [id, colour] of before) expect(colours(chart).get(id), id).to.equal(colour);
  });

  it('keeps the last line, and lets no thirteenth be chosen', async () => {
    const chart = await settled({ sources: ['2'] });
    await open(chart);
    expect(boxes(chart)[0]!.disabled).to.equal(true);
    const many = await settled({ sources: Array.from({ length: 12 }, (_, i) => String(i + 20)) });
    await open(many);
    expect(boxes(many).every(({ disabled }) => disabled)).to.equal(true);
  });

  it('goes back to the most frequent', async () => {
    const { client, asked } = sourceClient();
    const chart = await settled({ client, sources: ['14', '1'] });
    await open(chart);
    await after(chart, () => one(chart, '.ends-with .button').click());
    expect(chart.sources).to.equal(undefined);
    expect(asked.at(-1)?.query).to.not.have.property('filters');
  });

  it('finds by a part of a name, in a long list', async () => {
    const many = (query: BreakdownQuery): BreakdownReport => {
      const report = choicesOf(query);
      const more = Array.from({ length: 9 }, (_, i) => ({ ...report.rows[0]!, key: `p${i}`, label: `Partner ${i}` }));
      return { ...report, rows: [...report.rows, ...more] };
    };
    const chart = await settled({ client: sourceClient(many).client });
    await open(chart);
    const search = one(chart, '.chooser input[type=search]') as HTMLInputElement;
    const find = async (words: string): Promise<void> => {
      search.value = words;
      search.dispatchEvent(new Event('input'));
      await chart.updateComplete;
    };
    await find('HISTORY');
    expect(all(chart, '.option').map(text)).to.deep.equal(['Mini program history list999']);
    await find('nowhere');
    expect(text(one(chart, '.says'))).to.equal('No source matches.');
  });

  it('says where the list cannot be had, and tries again', async () => {
    let isDown = true;
    const { client } = sourceClient((query) =>
      isDown ? Promise.reject(new RequestError('http', 'no', { status: 500 })) : choicesOf(query),
    );
    const chart = await settled({ client });
    await open(chart);
    expect(text(one(chart, '.chooser [role=alert]'))).to.equal('The sources could not be loaded.');
    isDown = false;
    one(chart, '.chooser .scroll .button').click();
    await until(chart, () => boxes(chart).length === 9);
  });

  it('gives the focus back when it closes', async () => {
    const chart = await settled();
    one(chart, '.choose').focus();
    await open(chart);
    one(chart, '.chooser').hidePopover();
    await until(chart, () => !root(chart).querySelector('.chooser'));
    expect(root(chart).activeElement).to.equal(one(chart, '.choose'));
  });

  it('is not offered where the host leaves it out', async () => {
    const chart = await settled({ noChoice: true });
    expect(root(chart).querySelector('.choose')).to.equal(null);
  });
});
