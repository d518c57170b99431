import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { BreakdownReport } from '#contract/api.js';
import type { MaPageTable } from '#elements/page-table/page-table.element.js';
import '#elements/page-table/page-table.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  heading?: string;
  columns?: string;
  order?: string;
  search?: string;
  pageSize?: number;
  superapp?: boolean;
  selectable?: boolean;
  bare?: boolean;
  data?: BreakdownReport;
  /** Width of the room it stands in. */
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Page table',
  component: 'ma-page-table',
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    data: { control: false },
  },
  args: { scenario: 'normal' },
  render: ({ width, ...args }) => html`
    <div style=${width ? `inline-size: ${width}px` : ''}>
      <ma-page-table
        app=${ifDefined(args.superapp ? undefined : 'lantern-tea')}
        range="last_30_days"
        heading=${ifDefined(args.heading)}
        columns=${ifDefined(args.columns)}
        order=${ifDefined(args.order)}
        search=${ifDefined(args.search)}
        page-size=${ifDefined(args.pageSize)}
        ?superapp=${args.superapp}
        ?selectable=${args.selectable}
        ?bare=${args.bare}
        .client=${clientOf(args.scenario)}
        .data=${args.data}
        .now=${now}
      ></ma-page-table>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const table = (canvas: HTMLElement): MaPageTable => canvas.querySelector('ma-page-table')!;
const inside = (canvas: HTMLElement, selector: string): HTMLElement[] => [
  ...table(canvas).shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
/** Waits until something stands in the table; the first story of a scenario makes its people first. */
const seen = (canvas: HTMLElement, selector: string): Promise<HTMLElement> =>
  waitFor(
    () => {
      const [found] = inside(canvas, selector);
      if (!found) throw new Error(`There is no ${selector}`);
      return found;
    },
    { timeout: 10_000 },
  );
/** A story that stands still in a state. */
const shows = (selector: string): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => {
    await seen(canvasElement, selector);
  },
});

/** Thirty days of a mini program, the most visited page first. */
export const Default: Story = shows('tbody:not(.skeleton) tr');

/** A click on a head sorts: highest first, then lowest first. The back end sorts, so it is the whole list. */
export const Sorted: Story = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '.sort');
    const exits = inside(canvasElement, '.sort').find((button) => button.textContent?.includes('Exits'))!;
    await userEvent.click(exits);
    await waitFor(() => expect(exits.closest('th')?.getAttribute('aria-sort')).toBe('descending'));
    await seen(canvasElement, '.frame[aria-busy=false]');
  },
};

/** Any part of a path; the others and the total stay exact. */
export const Searched: Story = { args: { search: 'detail' }, ...shows('tbody:not(.skeleton) tr') };

/** Nothing matches: it says so, and clears the search in one click. */
export const NothingFound: Story = { args: { search: 'matcha' }, ...shows('.message button') };

/** Every metric that a page has. Where they do not fit, the list scrolls and the paths stay. */
export const EveryColumn: Story = {
  args: {
    columns:
      'share,page_visitors,page_stay,avg_page_duration,entries,exits,exit_rate,bounces,bounce_rate,page_shares,page_sharers',
  },
  ...shows('tbody:not(.skeleton) tr'),
};

/** Less room: fewer columns, unless they were chosen. */
export const Medium: Story = { args: { width: 800 }, ...shows('tbody:not(.skeleton) tr') };

/** Labelled rows; sorting moves into the menu. */
export const Narrow: Story = { args: { width: 360 }, ...shows('tbody:not(.skeleton) tr') };

/** Across all apps: a page belongs to an app. */
export const Superapp: Story = { args: { superapp: true }, ...shows('.app') };

/** Paths are buttons that fire `page-select`. */
export const Selectable: Story = { args: { selectable: true, pageSize: 5 }, ...shows('button.path') };

/** Chooses the second page, and waits until it shows something. */
const opens = (selector: string): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => {
    await seen(canvasElement, 'button.path');
    await userEvent.click(inside(canvasElement, 'button.path')[1]!);
    await seen(canvasElement, selector);
  },
});

/** A chosen page opens below its row: its days, and where its visits come from. */
export const Opened: Story = { args: { selectable: true, pageSize: 5 }, ...opens('.about canvas') };

/** The same in labelled rows. */
export const OpenedNarrow: Story = { args: { selectable: true, pageSize: 5, width: 320 }, ...opens('.about canvas') };

/** The same from right to left, dark. */
export const OpenedDarkArabic: Story = {
  args: { selectable: true, pageSize: 5 },
  globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' },
  ...opens('.about canvas'),
};

/** In a sheet of the host's. */
export const Bare: Story = { args: { bare: true, pageSize: 5 }, ...shows('tbody:not(.skeleton) tr') };

/** Fed by `data` alone: it sorts, searches and pages through the rows that it was given. */
export const FromData: Story = {
  args: {
    pageSize: 3,
    data: dataOf(
      ['pages/home/index', 331_723],
      ['pages/menu/index', 266_997],
      ['pages/product/detail', 211_710],
      ['pages/cart/index', 115_968],
    ),
  },
  ...shows('.paging'),
};

/** The first answer is on its way: a skeleton of the size of the list. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.skeleton') };

/** The app had no visits in this range. */
export const Empty: Story = { args: { scenario: 'empty' }, ...shows('.message') };

/** The back end failed. */
export const Failed: Story = { args: { scenario: 'error' }, ...shows('.message') };

/** What the back end answered cannot be read: an error like any other, and not a broken table. */
export const Malformed: Story = { args: { scenario: 'malformed' }, ...shows('.message') };

/** The reader lacks a permission, which is named. */
export const Forbidden: Story = { args: { scenario: 'forbidden' }, ...shows('.message') };

/** No network; it comes back by itself. */
export const Offline: Story = { args: { scenario: 'offline' }, ...shows('.message') };

/** Asked too often; it says when it tries again. */
export const RateLimited: Story = { args: { scenario: 'rate-limited' }, ...shows('.message') };

/** The data is older than promised: the foot says how late. */
export const Stale: Story = { args: { scenario: 'stale' }, ...shows('tbody:not(.skeleton) tr') };

/** Billions of visits. */
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' }, ...shows('tbody:not(.skeleton) tr') };

/** Paths of two hundred characters are cut in the middle, and whole on hover and focus. */
export const LongNames: Story = { args: { scenario: 'long-names' }, ...shows('.whole') };

/** Dark, from right to left, in Arabic. */
export const DarkArabic: Story = {
  globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' },
  ...shows('tbody:not(.skeleton) tr'),
};

/** The second look, in Chinese: the bar has a lane of its own. */
export const InstrumentChinese: Story = {
  globals: { theme: 'instrument', locale: 'zh-CN' },
  ...shows('tbody:not(.skeleton) tr'),
};

function dataOf(...pages: [path: string, visits: number][]): BreakdownReport {
  const all = pages.reduce((sum, [, visits]) => sum + visits, 0);
  return {
    meta: {
      scope: 'apps/lantern-tea',
      range: { start: '2026-10-24', end: '2026-11-22' },
      timezone: 'Asia/Shanghai',
      filters: [],
      environment: 'production',
      profile: 'standard',
      data_as_of: '2026-11-22T05:30:00.000Z',
      next_refresh_at: null,
      freshness: { kind: 'live' },
      approximate: false,
    },
    rows: pages.map(([key, visits]) => ({
      key,
      label: key,
      values: { page_visits: visits },
      shares: { page_visits: visits / all },
    })),
    others: null,
    totals: { values: { page_visits: all } },
    row_count: pages.length,
    next_cursor: null,
  };
}
