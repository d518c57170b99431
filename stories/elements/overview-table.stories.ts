import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { waitFor } from 'storybook/test';
import type { NamedRange, SummaryReport } from '#contract/api.js';
import '#elements/overview-table/overview-table.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  heading?: string;
  metrics?: string;
  compare?: string;
  range: NamedRange;
  noHistory?: boolean;
  superapp?: boolean;
  bare?: boolean;
  data?: SummaryReport;
  /** Width of the room it stands in. */
  width: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Overview table',
  component: 'ma-overview-table',
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    data: { control: false },
  },
  args: { scenario: 'normal', range: 'yesterday', width: 1080 },
  render: ({ width, ...args }) => html`
    <div style="inline-size: ${width}px; max-inline-size: 100%">
      <ma-overview-table
        app=${ifDefined(args.superapp ? undefined : 'lantern-tea')}
        heading=${ifDefined(args.heading)}
        metrics=${ifDefined(args.metrics)}
        compare=${ifDefined(args.compare)}
        range=${args.range}
        ?no-history=${args.noHistory}
        ?superapp=${args.superapp}
        ?bare=${args.bare}
        .client=${clientOf(args.scenario)}
        .data=${args.data}
        .now=${now}
      ></ma-overview-table>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** A story that stands still in a state; the first story of a scenario makes its people first. */
const shows = (selector: string): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('ma-overview-table')!.shadowRoot!;
    await waitFor(
      () => {
        if (!root.querySelector(selector)) throw new Error(`There is no ${selector}`);
      },
      { timeout: 10_000 },
    );
  },
});
const filled = shows('tbody:not(.skeleton) tr');

/** Yesterday against the day before, and the same day a week and a month ago. */
export const Default: Story = filled;

/** Metrics of the host's choice; where up is bad, a rise is red. */
export const ChosenMetrics: Story = {
  args: { metrics: 'active_users,new_users,opens,avg_duration_per_open,avg_visit_depth,bounce_rate,payment_amount' },
  ...filled,
};

/** Today so far, against the same hours. */
export const Today: Story = { args: { range: 'today' }, ...filled };

/** One comparison of the host's choice. */
export const OneComparison: Story = { args: { compare: 'previous_period', range: 'last_7_days' }, ...filled };

/** Without low and high, which are not asked for. */
export const NoHistory: Story = { args: { noHistory: true }, ...filled };

/** Less room: the values before go, their growth stays. */
export const Medium: Story = { args: { width: 700 }, ...filled };

/** Labelled rows. */
export const Narrow: Story = { args: { width: 360 }, ...filled };

/** The least room there is. */
export const Narrowest: Story = { args: { width: 280 }, ...filled };

/** Across all apps. */
export const Superapp: Story = { args: { superapp: true }, ...filled };

/** In a sheet of the host's. */
export const Bare: Story = { args: { bare: true }, ...filled };

/** The first answer is on its way: a skeleton of the size of the table. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.skeleton') };

/** Nobody came: zeros are numbers, and growth from nothing is a dash. */
export const Empty: Story = { args: { scenario: 'empty' }, ...filled };

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
export const Stale: Story = { args: { scenario: 'stale' }, ...filled };

/** Billions of opens. */
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' }, ...filled };

/** Dark. */
export const Dark: Story = { globals: { scheme: 'dark' }, ...filled };

/** Dark, from right to left, in Arabic, narrow. */
export const DarkArabic: Story = {
  args: { width: 390 },
  globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' },
  ...filled,
};

/** The second look, in Chinese. */
export const InstrumentChinese: Story = { globals: { theme: 'instrument', locale: 'zh-CN' }, ...filled };
