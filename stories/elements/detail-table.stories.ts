import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { NamedRange, TrendReport } from '#contract/api.js';
import type { MaDetailTable } from '#elements/detail-table/detail-table.element.js';
import '#elements/detail-table/detail-table.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  metrics?: string;
  range?: NamedRange;
  granularity?: string;
  compare?: string;
  order?: string;
  choices?: string;
  heading?: string;
  pageSize?: number;
  bare?: boolean;
  data?: TrendReport;
  /** Width of the room it stands in. */
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Detail table',
  component: 'ma-detail-table',
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    data: { control: false },
  },
  args: {
    scenario: 'normal',
    metrics: 'opens,active_users,new_users,visits,avg_duration_per_open,bounce_rate',
    range: 'last_7_days',
  },
  render: ({ width, ...args }) => html`
    <div style=${width ? `inline-size: ${width}px` : ''}>
      <ma-detail-table
        app="lantern-tea"
        range=${ifDefined(args.range)}
        metrics=${ifDefined(args.metrics)}
        granularity=${ifDefined(args.granularity)}
        compare=${ifDefined(args.compare)}
        order=${ifDefined(args.order)}
        choices=${ifDefined(args.choices)}
        heading=${ifDefined(args.heading)}
        page-size=${ifDefined(args.pageSize)}
        ?bare=${args.bare}
        .client=${clientOf(args.scenario)}
        .data=${args.data}
        .now=${now}
      ></ma-detail-table>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const table = (canvas: HTMLElement): MaDetailTable => canvas.querySelector('ma-detail-table')!;
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
const rows = 'tbody:not(.skeleton) tr';

/** A week by the day, the newest first; the last row counts the users of the week once. */
export const Default: Story = shows(rows);

/** Each metric with the value before and the change. */
export const Compared: Story = {
  args: { metrics: 'opens,active_users,avg_duration_per_open', compare: 'previous_period' },
  ...shows('.growth'),
};

/** A day is by the hour: one is still running, others have not begun. */
export const Today: Story = {
  args: { range: 'today', metrics: 'opens,active_users,visits' },
  ...shows('.running'),
};

/** Weeks that the range cuts say so, and are not compared. */
export const Weeks: Story = {
  args: { range: 'last_30_days', granularity: 'week', compare: 'previous_period', metrics: 'opens,active_users' },
  ...shows('.clipped'),
};

/** A click on a head sorts: the largest first, then the smallest. */
export const Sorted: Story = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, rows);
    const visits = inside(canvasElement, '.sort').find((button) => button.textContent?.includes('Visits'))!;
    await userEvent.click(visits);
    await waitFor(() => expect(visits.closest('th')?.getAttribute('aria-sort')).toBe('descending'));
  },
};

/** A month of hours has parts of 200 rows; the rows scroll under their heads. */
export const ManyRows: Story = {
  args: { range: 'last_30_days', granularity: 'hour', metrics: 'opens,active_users' },
  ...shows('.paging'),
};

/** Every metric that the back end answers over time can be chosen. */
export const ChoosingMetrics: Story = {
  args: { metrics: 'opens,active_users' },
  play: async ({ canvasElement }) => {
    await seen(canvasElement, rows);
    await userEvent.click(inside(canvasElement, '.choose')[0]!);
    const chooser = await seen(canvasElement, '.chooser:popover-open');
    await Promise.all(chooser.getAnimations().map(({ finished }) => finished));
  },
};

/** Labelled rows: a metric, the value before and the change are a line. */
export const Narrow: Story = {
  args: { width: 360, metrics: 'opens,active_users,avg_duration_per_open', compare: 'previous_period' },
  ...shows('.growth'),
};

/** The narrowest. */
export const Narrowest: Story = { args: { width: 280 }, ...shows(rows) };

/** In a sheet of the host's. */
export const Bare: Story = { args: { bare: true }, ...shows(rows) };

/** Fed by `data` alone. */
export const FromData: Story = {
  args: {
    data: {
      meta: {
        scope: 'apps/lantern-tea',
        range: { start: '2026-11-20', end: '2026-11-21' },
        timezone: 'Asia/Shanghai',
        granularity: 'day',
        filters: [],
        environment: 'production',
        profile: 'standard',
        data_as_of: '2026-11-22T05:30:00.000Z',
        next_refresh_at: null,
        freshness: { kind: 'live' },
        approximate: false,
        currency: null,
      },
      buckets: [
        { start: '2026-11-20', end: '2026-11-20', state: 'complete' },
        { start: '2026-11-21', end: '2026-11-21', state: 'complete' },
      ],
      series: [
        { metric: 'opens', values: [14_700, 16_216] },
        { metric: 'active_users', values: [10_190, 11_379] },
      ],
      comparisons: [],
    },
  },
  ...shows(rows),
};

/** The first answer is on its way: a skeleton of the size of the table. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.skeleton') };

/** Nothing happened in this range: zeros are rows like any other. */
export const Empty: Story = { args: { scenario: 'empty' }, ...shows(`${rows}, .message`) };

/** The back end failed. */
export const Failed: Story = { args: { scenario: 'error' }, ...shows('.message') };

/** What the back end answered cannot be read. */
export const Malformed: Story = { args: { scenario: 'malformed' }, ...shows('.message') };

/** The reader lacks a permission, which is named. */
export const Forbidden: Story = { args: { scenario: 'forbidden' }, ...shows('.message') };

/** No network; it comes back by itself. */
export const Offline: Story = { args: { scenario: 'offline' }, ...shows('.message') };

/** Asked too often; it says when it tries again. */
export const RateLimited: Story = { args: { scenario: 'rate-limited' }, ...shows('.message') };

/** The data is older than promised: the foot says how late. */
export const Stale: Story = { args: { scenario: 'stale' }, ...shows(rows) };

/** Billions. */
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' }, ...shows(rows) };

/** No metric is named. */
export const Unconfigured: Story = { args: { metrics: '' }, ...shows('.message') };

/** Dark, from right to left, in Arabic. */
export const DarkArabic: Story = {
  args: { metrics: 'opens,active_users', compare: 'previous_period' },
  globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' },
  ...shows('.growth'),
};

/** The second look, in Chinese: the bar has a lane of its own. */
export const InstrumentChinese: Story = {
  globals: { theme: 'instrument', locale: 'zh-CN' },
  ...shows(rows),
};
