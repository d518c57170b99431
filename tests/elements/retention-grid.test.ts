import { expect, fixture, fixtureCleanup, html, nextFrame } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { RequestError } from '#client/request-error.js';
import type { Client } from '#client/client.js';
import type { MaRetentionGrid } from '#elements/retention-grid/retention-grid.element.js';
import '#elements/retention-grid/retention-grid.js';
import { retentionOf } from '../charts/sample-retention.js';
import { retentionClient } from './retention-grid/retention-back-end.js';
import { isAccessible } from './base/accessible.js';

const now = (): number => Date.parse('2026-11-22T05:40:00Z');
const root = (element: MaRetentionGrid): ShadowRoot => element.shadowRoot!;
const all = (element: MaRetentionGrid, selector: string): HTMLElement[] => [
  ...root(element).querySelectorAll<HTMLElement>(selector),
];
const one = (element: MaRetentionGrid, selector: string): HTMLElement => {
  const found = root(element).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};
/** What is seen: the forms for other widths are there, but not shown. */
// engines write a range with or without spaces around its dash
const seen = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').replace(/ ?– ?/g, ' – ').trim();
const rows = (element: MaRetentionGrid): string[] => all(element, 'tbody tr').map((row) => seen(row));
const cell = (element: MaRetentionGrid, row: number, column: number): HTMLElement =>
  one(element, `[data-row="${row}"][data-column="${column}"]`);

/** Updates until it is so, at most for some frames. */
async function until(element: MaRetentionGrid, isSo: () => boolean): Promise<void> {
  for (let frames = 0; !isSo(); frames++) {
    if (frames > 200) throw new Error(`Never came to be: ${String(isSo)}`);
    await element.updateComplete;
    await nextFrame();
  }
}

const isSettled = (element: MaRetentionGrid) => (): boolean =>
  root(element).querySelector('.frame[aria-busy=false] .status') !== null;

async function gridOf(client: Client, changes: Partial<MaRetentionGrid> = {}, width = 900): Promise<MaRetentionGrid> {
  // One at a time: a grid that is not near the window asks for nothing.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const element = document.createElement('ma-retention-grid');
  Object.assign(element, { app: 'lantern-tea', locale: 'en', granularity: 'week', client, now }, changes);
  box.append(element);
  await until(element, isSettled(element));
  return element;
}

const failing = (error: Error): Client => retentionClient(() => Promise.reject(error)).client;
const segment = (element: MaRetentionGrid, name: string): HTMLElement => {
  const found = all(element, '.segments button').find((button) => seen(button) === name);
  if (!found) throw new Error(`There is no switch ${name}`);
  return found;
};
const action = (element: MaRetentionGrid, name: string): HTMLElement => one(element, `.tool[aria-label="${name}"]`);

const isChromium = navigator.userAgent.includes('Chrome');

describe('ma-retention-grid', () => {
  it('asks for new users by the periods of its scope', async () => {
    const { client, asked } = retentionClient();
    await gridOf(client);
    expect(asked).to.deep.equal([
      { scope: 'apps/lantern-tea', range: 'last_30_days', cohort: 'new_users', granularity: 'week', refresh: false },
    ]);
  });

  it('shows each cohort with its size and its shares with two decimals, the weighted average first', async () => {
    const element = await gridOf(retentionClient().client);
    expect(seen(one(element, 'thead'))).to.equal('Cohort Users Week 1 Week 2 Week 3');
    expect(rows(element)).to.deep.equal([
      'Weighted average 5,500 25.00 15.00',
      '26 Oct – 1 Nov 1,000 30.00 20.00',
      '2 – 8 Nov 1,000 20.00 10.00',
      '9 – 15 Nov 2,000 25.00',
      '16 – 22 Nov so far 1,500',
    ]);
    expect(seen(one(element, '.context'))).to.equal(
      'New users by week of first visit · % who came back'.replace(' · ', ''),
    );
  });

  it('leaves cells blank whose period has not ended, and says so', async () => {
    const element = await gridOf(retentionClient().client);
    expect(seen(cell(element, 3, 1))).to.equal('');
    expect(cell(element, 3, 1).getAttribute('aria-label')).to.equal('Not ended yet');
    expect(getComputedStyle(cell(element, 3, 1)).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    expect(seen(one(element, '.legend'))).to.include('Blank: the week has not ended yet');
  });

  it('says counts where asked to; the average stays a share', async () => {
    const element = await gridOf(retentionClient().client, { values: 'count' });
    expect(rows(element).slice(0, 2)).to.deep.equal([
      'Weighted average 5,500 25.00% 15.00%',
      '26 Oct – 1 Nov 1,000 300 200',
    ]);
    segment(element, 'Percent').click();
    await element.updateComplete;
    expect(seen(cell(element, 1, 0))).to.equal('30.00');
  });

  it('heats shares from the lowest to the highest, and names both', async () => {
    const element = await gridOf(retentionClient().client);
    expect(cell(element, 2, 1).classList.contains('heat-1')).to.equal(true);
    expect(cell(element, 1, 0).classList.contains('heat-7')).to.equal(true);
    expect(one(element, '.scale').getAttribute('aria-label')).to.equal('From 10.00% to 30.00%');
  });

  it('does not add up active users, who are in several cohorts', async () => {
    const element = await gridOf(retentionClient().client, { cohort: 'active_users' });
    expect(rows(element)[0]).to.equal('Weighted average – 25.00 15.00');
    expect(seen(one(element, '.context'))).to.include('Active users by week');
  });

  it('takes words that it does not know for the default', async () => {
    const { client, asked } = retentionClient();
    await gridOf(client, { cohort: 'nobody', values: 'roman', offsets: ['x', '2'], granularity: 'hour' } as never);
    expect(asked[0]).to.include({ cohort: 'new_users', granularity: 'day' });
    expect(asked[0]?.offsets).to.deep.equal([2]);
  });

  it('keeps the month of a cohort in its own language', async () => {
    const element = await gridOf(retentionClient().client, { locale: 'zh-CN', granularity: 'month' });
    await until(element, () => rows(element)[0]?.startsWith('加权平均') === true);
    expect(rows(element)[1]).to.equal('2026年10月 截至目前 1,000 30.00 20.00');
  });

  it('shows an answer given as data, without switches that nobody answers', async () => {
    const element = await gridOf(undefined as never, { data: retentionOf() });
    expect(rows(element)).to.have.length(5);
    expect(all(element, '.switches')).to.have.length(0);
  });

  it('is an error of its own where the data has another shape', async () => {
    const element = await gridOf(undefined as never, { data: { meta: {} } as never });
    await until(element, () => all(element, '[role=alert]').length === 1);
  });
});

describe('the switches of a retention grid', () => {
  it('ask for active users, for months, and tell the host', async () => {
    const { client, asked } = retentionClient();
    const element = await gridOf(client);
    const told: string[] = [];
    element.addEventListener('cohort-change', ({ cohort }) => told.push(cohort));
    element.addEventListener('granularity-change', ({ granularity }) => told.push(granularity));
    segment(element, 'Active users').click();
    await until(element, () => asked.length === 2);
    await until(element, isSettled(element));
    segment(element, 'Month').click();
    await until(element, () => asked.length === 3);
    expect(asked.at(-1)).to.include({ cohort: 'active_users', granularity: 'month' });
    expect(told).to.deep.equal(['active_users', 'month']);
    expect(element.cohort).to.equal('active_users');
  });

  it('can be left out', async () => {
    const element = await gridOf(retentionClient().client, { noSwitches: true });
    expect(all(element, '.segments')).to.have.length(0);
  });
});

describe('a cell of a retention grid', () => {
  it('names cohort, period, count and share in a tip, under the pointer', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 3, 0).dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await element.updateComplete;
    expect(seen(one(element, '.tooltip'))).to.equal('9 – 15 Nov · Week 1 25.00% 500 of 2,000 users');
    one(element, '.list').dispatchEvent(new PointerEvent('pointerleave'));
    await element.updateComplete;
    expect(all(element, '.tooltip')).to.have.length(0);
  });

  it('names what an average is made of', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 0, 1).focus();
    await element.updateComplete;
    expect(seen(one(element, '.tooltip'))).to.equal('Weighted average · Week 2 15.00% 300 of 2,000 users in 2 cohorts');
  });

  it('says the same to assistive technology, under heads of row and column', async () => {
    const element = await gridOf(retentionClient().client);
    expect(cell(element, 3, 0).getAttribute('aria-label')).to.equal('25.00%, 500 of 2,000 users');
    expect(all(element, 'thead th[scope=col]')).to.have.length(5);
    expect(all(element, 'tbody th[scope=row]')).to.have.length(5);
  });

  it('keeps its tip inside the widget', async () => {
    const element = await gridOf(retentionClient().client, {}, 320);
    cell(element, 1, 0).focus();
    await element.updateComplete;
    const [tip, frame] = [one(element, '.tooltip'), one(element, '.frame')].map((box) => box.getBoundingClientRect());
    expect(tip!.left).to.be.at.least(frame!.left);
    expect(tip!.right).to.be.at.most(frame!.right);
  });
});

describe('a retention grid by keyboard', () => {
  const press = async (element: MaRetentionGrid, ...keys: string[]): Promise<void> => {
    for (const key of keys) {
      root(element).activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
      await element.updateComplete;
    }
  };
  const at = (element: MaRetentionGrid): string => {
    const { row, column } = (root(element).activeElement as HTMLElement).dataset;
    return `${row},${column}`;
  };

  it('is one stop of the Tab key, and is walked with arrows, Home and End', async () => {
    const element = await gridOf(retentionClient().client);
    expect(all(element, 'td[tabindex="0"]')).to.deep.equal([cell(element, 0, 0)]);
    cell(element, 0, 0).focus();
    await press(element, 'ArrowDown', 'ArrowRight');
    expect(at(element)).to.equal('1,1');
    expect(all(element, 'td[tabindex="0"]')).to.deep.equal([cell(element, 1, 1)]);
    await press(element, 'End');
    expect(at(element)).to.equal('1,2');
    await press(element, 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(at(element)).to.equal('4,2');
    await press(element, 'Home', 'ArrowUp');
    expect(at(element)).to.equal('3,0');
  });

  it('walks the other way from right to left', async () => {
    const element = await gridOf(retentionClient().client, { locale: 'ar' });
    await until(element, () => one(element, '.frame').dir === 'rtl' && all(element, 'td[tabindex="0"]').length === 1);
    cell(element, 0, 0).focus();
    await press(element, 'ArrowLeft');
    expect(at(element)).to.equal('0,1');
  });

  it('takes the tip away with Escape, and keeps the focus', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 1, 0).focus();
    await element.updateComplete;
    expect(all(element, '.tooltip')).to.have.length(1);
    await press(element, 'Escape');
    expect(all(element, '.tooltip')).to.have.length(0);
    expect(at(element)).to.equal('1,0');
  });

  it('works with real keys', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 0, 0).focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(element, () => root(element).activeElement === cell(element, 1, 0));
  });

  it('keeps the place when it is refreshed', async () => {
    const { client, asked } = retentionClient();
    const element = await gridOf(client);
    cell(element, 2, 1).focus();
    element.refresh();
    await until(element, () => asked.length === 2);
    await until(element, isSettled(element));
    expect(asked[1]?.refresh).to.equal(true);
    expect(at(element)).to.equal('2,1');
    expect(cell(element, 2, 1).tabIndex).to.equal(0);
  });
});

describe('the curve of a retention grid', () => {
  it('draws the average and each cohort, in place of the grid', async () => {
    const element = await gridOf(retentionClient().client);
    action(element, 'Show as curve').click();
    await until(element, () => all(element, '.curve path').length > 0);
    expect(element.view).to.equal('curve');
    expect(all(element, 'path.ink')).to.have.length(1);
    expect(all(element, 'path.thin')).to.have.length(4);
    expect(all(element, '.period').map((period) => seen(period))).to.deep.equal([
      'Week 1 25.00%',
      'Week 2 15.00%',
      'Week 3 –',
    ]);
    action(element, 'Show as grid').click();
    await until(element, () => all(element, 'table[role=grid]').length === 1);
  });

  it('is read with the arrow keys, aloud', async () => {
    const element = await gridOf(retentionClient().client, { view: 'curve' });
    await until(element, () => all(element, '.curve path').length > 0);
    const curve = one(element, '.curve');
    curve.focus();
    await element.updateComplete;
    curve.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    await element.updateComplete;
    expect(one(element, '[aria-live]').textContent?.trim()).to.equal(
      '26 Oct – 1 Nov, Week 1: 30.00%, 300 of 1,000 users',
    );
    expect(seen(one(element, '.tooltip'))).to.equal('26 Oct – 1 Nov · Week 1 30.00% 300 of 1,000 users');
    expect(all(element, 'path.chosen')).to.have.length(1);
  });

  it('finds the nearest point under the pointer', async () => {
    const element = await gridOf(retentionClient().client, { view: 'curve' });
    await until(element, () => all(element, '.curve path').length > 0);
    const plot = one(element, '.plot');
    const { left, top, width } = plot.getBoundingClientRect();
    const to = { clientX: left + width * 0.48, clientY: top, bubbles: true };
    plot.dispatchEvent(new PointerEvent('pointermove', to));
    await element.updateComplete;
    expect(seen(one(element, '.tooltip'))).to.include('26 Oct – 1 Nov · Week 2 20.00%');
  });
});

describe('a file and an explanation of retention', () => {
  it('hold counts, unrounded shares, and what they were counted over', async () => {
    const element = await gridOf(retentionClient().client);
    const { createObjectURL } = URL;
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => (blobs.push(blob), 'blob:none');
    const stop = (event: Event): void => event.preventDefault();
    addEventListener('click', stop);
    await element.download();
    removeEventListener('click', stop);
    URL.createObjectURL = createObjectURL;
    const lines = (await blobs[0]!.text()).split(/\r?\n/);
    expect(lines).to.include.members([
      'Time zone,Asia/Shanghai',
      'Cohort,New users by week of first visit',
      'Start,End,Users,"Week 1, users","Week 1, share","Week 2, users","Week 2, share","Week 3, users","Week 3, share"',
      '2026-10-26,2026-11-01,1000,300,0.3,200,0.2,,',
      'Weighted average,,,,0.25,,0.15,,',
    ]);
  });

  it('explain the cell that the reader stands on as who came back over whom', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 3, 0).focus();
    action(element, 'How it is counted').click();
    await until(element, () => all(element, '.explanation').length === 1);
    expect(seen(one(element, '.sum'))).to.equal('Came back, Week 1 500 ÷ 9 – 15 Nov 2,000 = Retention 25.00%');
  });
});

describe('a retention grid without an answer', () => {
  it('shows a skeleton of its final rows', async () => {
    const { client } = retentionClient(() => new Promise(() => undefined));
    fixtureCleanup();
    const element = await fixture<MaRetentionGrid>(
      html`<ma-retention-grid app="a" granularity="week" locale="en" .client=${client}></ma-retention-grid>`,
    );
    await until(element, () => all(element, '.skeleton .bone').length === 10);
    expect(one(element, '.frame').getAttribute('aria-busy')).to.equal('true');
  });

  it('says that there is no cohort', async () => {
    const element = await gridOf(
      retentionClient(() => retentionOf({ cohorts: [], average: [null, null, null] })).client,
      {
        exactRange: true,
      },
    );
    await until(element, () => seen(one(element, '.body')).includes('No data in this range'));
  });

  it('names the permission that lacks', async () => {
    const error = new RequestError('forbidden', 'no', { permission: 'data_overview.read' } as never);
    const element = await gridOf(failing(error));
    await until(element, () => seen(one(element, '.body')).includes('You may not see this'));
  });

  it('tries again where it failed', async () => {
    let fails = true;
    const { client } = retentionClient((query) => {
      if (fails) throw new RequestError('http', 'failed', { status: 503 });
      return retentionOf({ cohort: query.cohort }, { range: { start: '2026-05-01', end: '2026-11-21' } });
    });
    const element = await gridOf(client);
    await until(element, () => all(element, '[role=alert] button').length === 1);
    fails = false;
    one(element, '[role=alert] button').click();
    await until(element, () => all(element, 'table[role=grid]').length === 1);
  });

  it('says that a back end does not offer it', async () => {
    const element = await gridOf(failing(new RequestError('not_available', 'no')));
    await until(element, () => seen(one(element, '.body')).includes('Not offered by this data source'));
  });
});

describe('a retention grid in any room', () => {
  it('has no column of users under 480 px: they stand under the cohort, which stays in sight', async () => {
    const element = await gridOf(retentionClient().client, { offsets: ['1', '2', '3'] }, 300);
    expect(getComputedStyle(one(element, 'tbody td.users')).display).to.equal('none');
    expect(rows(element)[1]).to.equal('26 Oct – 1 Nov 1,000 30.00 20.00');
    const scroller = one(element, '.list');
    const head = one(element, 'tbody th');
    const before = head.getBoundingClientRect().left;
    scroller.scrollLeft = 40;
    await nextFrame();
    expect(head.getBoundingClientRect().left).to.be.closeTo(before, 1);
  });

  it('does not reach out of 280 px', async () => {
    const element = await gridOf(retentionClient().client, {}, 280);
    expect(one(element, '.frame').scrollWidth).to.be.at.most(280);
  });

  // only Chromium lets a test choose forced colours
  (isChromium ? it : it.skip)('tells the steps apart without colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const element = await gridOf(retentionClient().client);
    const length = (row: number, column: number): number =>
      Number.parseFloat(getComputedStyle(cell(element, row, column), '::after').inlineSize);
    const isForced = matchMedia('(forced-colors: active)').matches;
    const lengths = [length(1, 0), length(2, 1)];
    await emulateMedia({ forcedColors: 'none' });
    if (isForced) expect(lengths[0]! / lengths[1]!).to.be.closeTo(7, 0.5);
  });

  for (const view of ['grid', 'curve'] as const) {
    it(`is accessible as a ${view}`, async () => {
      const element = await gridOf(retentionClient().client, { view });
      await until(element, () => all(element, 'table[role=grid], .curve path').length > 0);
      await isAccessible(element);
    });
  }

  it('is accessible in the dark, narrow, in Arabic', async () => {
    const element = await gridOf(retentionClient().client, { scheme: 'dark', locale: 'ar' }, 320);
    await until(element, () => one(element, '.frame').dir === 'rtl');
    await isAccessible(element);
  });
});
