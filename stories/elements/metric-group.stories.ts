import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { MaMetricGroup } from '#elements/metric-group/metric-group.element.js';
import '#elements/metric-group/metric-group.js';
import '#elements/scope/scope.js';
import '#elements/trend-chart/trend-chart.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  metrics?: string;
  range?: 'today' | 'yesterday' | 'last_7_days' | 'last_30_days';
  selected?: string;
  compare?: string;
  heading?: string;
  noHistory?: boolean;
  /** Whether a chart stands in the group. */
  chart?: 'inside' | 'elsewhere' | 'none';
  /** Width of the room it stands in. */
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Metric group',
  component: 'ma-metric-group',
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    chart: { control: 'inline-radio', options: ['inside', 'elsewhere', 'none'], table: { category: 'story' } },
  },
  args: {
    scenario: 'normal',
    metrics: 'active_users,new_users,opens,visits,avg_duration_per_open,bounce_rate',
    range: 'yesterday',
    chart: 'inside',
  },
  render: ({ width, chart, ...args }) => html`
    <div style=${width ? `inline-size: ${width}px` : ''}>
      <ma-scope app="lantern-tea" range="last_30_days" .client=${clientOf(args.scenario)} .now=${now}>
        <ma-metric-group
          range=${ifDefined(args.range)}
          metrics=${ifDefined(args.metrics)}
          selected=${ifDefined(args.selected)}
          compare=${ifDefined(args.compare)}
          heading=${ifDefined(args.heading)}
          for=${ifDefined(chart === 'elsewhere' ? 'chart-elsewhere' : undefined)}
          ?no-history=${args.noHistory}
        >
          ${chart === 'inside' ? html`<ma-trend-chart compare="previous_period"></ma-trend-chart>` : nothing}
        </ma-metric-group>
        ${
          chart === 'elsewhere'
            ? html`<div style="margin-block-start: 16px"><ma-trend-chart id="chart-elsewhere"></ma-trend-chart></div>`
            : nothing
        }
      </ma-scope>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement[] => [
  ...canvas.querySelector<MaMetricGroup>('ma-metric-group')!.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
/** Waits until something stands in the group; the first story of a scenario makes its people first. */
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
const figures = '.growth';

/** Figures of yesterday; the chosen card opens into a chart of thirty days. */
export const Default: Story = { args: { selected: 'opens' }, ...shows(figures) };

/** Another card, another metric in the chart. */
export const Choosing: Story = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, figures);
    await userEvent.click(inside(canvasElement, '[role=tab]')[3]!);
    await waitFor(() => expect(canvasElement.querySelector('ma-trend-chart')!.metrics).toEqual(['visits']));
  },
};

/** The chart keeps a frame of its own. */
export const ChartElsewhere: Story = { args: { chart: 'elsewhere' }, ...shows(figures) };

/** No chart: a page listens to `metric-select`. */
export const CardsAlone: Story = { args: { chart: 'none' }, ...shows(figures) };

/** The fewest. */
export const TwoCards: Story = { args: { metrics: 'active_users,opens' }, ...shows(figures) };

/** As the user analysis of a console has them. */
export const SevenCards: Story = {
  args: {
    metrics: 'new_users,active_users,opens,visits,avg_duration_per_user,avg_opens_per_user,cumulative_users',
  },
  ...shows(figures),
};

/** The most. */
export const TwelveCards: Story = {
  args: {
    metrics:
      'active_users,new_users,cumulative_users,opens,visits,avg_duration_per_user,avg_duration_per_open,avg_opens_per_user,avg_visit_depth,bounce_rate,shares,sharers',
    selected: 'shares',
  },
  ...shows(figures),
};

/** A day that is not over: its growth follows at midnight. */
export const Today: Story = { args: { range: 'today' }, ...shows('.value') };

/** One comparison. */
export const PeriodBefore: Story = {
  args: { range: 'last_7_days', compare: 'previous_period' },
  ...shows(figures),
};

/** A metric that the back end does not answer costs the others nothing. */
export const UnknownMetric: Story = { args: { metrics: 'opens,nonsense,visits' }, ...shows(figures) };

/** Three a row. */
export const Medium: Story = { args: { width: 720, selected: 'visits' }, ...shows(figures) };

/** Two a row. */
export const Narrow: Story = { args: { width: 360, selected: 'bounce_rate' }, ...shows(figures) };

/** The narrowest: one a row, so that growth has its room. */
export const Narrowest: Story = { args: { width: 280 }, ...shows(figures) };

/** The first answer is on its way. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.value-bone') };

/** Nothing happened: zeros are values. */
export const Empty: Story = { args: { scenario: 'empty' }, ...shows('.value') };

/** The back end failed: said once, in the chosen card. */
export const Failed: Story = { args: { scenario: 'error' }, ...shows('.says button') };

/** The reader lacks a permission. */
export const Forbidden: Story = { args: { scenario: 'forbidden' }, ...shows('.says .title') };

/** No network; it comes back by itself. */
export const Offline: Story = { args: { scenario: 'offline' }, ...shows('.says .title') };

/** Asked too often. */
export const RateLimited: Story = { args: { scenario: 'rate-limited' }, ...shows('.says .title') };

/** The data is older than promised: the foot says how late. */
export const Stale: Story = { args: { scenario: 'stale' }, ...shows(figures) };

/** Billions. */
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' }, ...shows(figures) };

/** No metric is named. */
export const Unconfigured: Story = { args: { metrics: '' }, ...shows('.message') };

/** Dark, from right to left, in Arabic. */
export const DarkArabic: Story = {
  globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' },
  ...shows(figures),
};

/** The second look, in Chinese. */
export const InstrumentChinese: Story = { globals: { theme: 'instrument', locale: 'zh-CN' }, ...shows(figures) };
