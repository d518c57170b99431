import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { waitFor } from 'storybook/test';
import '#elements/distribution-chart/distribution-chart.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  of?: string;
  metric?: string;
  limit?: number;
  layout?: string;
  view?: 'chart' | 'table';
  compare?: string;
  bare?: boolean;
  /** Width of the room it stands in. */
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Distribution chart',
  component: 'ma-distribution-chart',
  argTypes: {
    scenario: scenarioControl,
    of: {
      control: { type: 'select' },
      options: ['visit_duration', 'visit_depth', 'opens_per_user', 'source', 'os_name'],
    },
    layout: { control: { type: 'select' }, options: ['bars', 'rows', 'doughnut'] },
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
  },
  args: { scenario: 'normal', width: 600 },
  render: ({ width, ...args }) => html`
    <div style="inline-size: ${width}px; max-inline-size: 100%">
      <ma-distribution-chart
        app="lantern-tea"
        range="last_30_days"
        of=${ifDefined(args.of)}
        metric=${ifDefined(args.metric)}
        limit=${ifDefined(args.limit)}
        layout=${ifDefined(args.layout)}
        view=${ifDefined(args.view)}
        compare=${ifDefined(args.compare)}
        ?bare=${args.bare}
        .client=${clientOf(args.scenario)}
        .now=${now}
      ></ma-distribution-chart>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** A story that stands still in a state; the first of a scenario makes its people first. */
const shows = (selector: string): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => {
    await waitFor(
      () => {
        if (!canvasElement.querySelector('ma-distribution-chart')!.shadowRoot!.querySelector(selector)) {
          throw new Error(`There is no ${selector}`);
        }
      },
      { timeout: 10_000 },
    );
  },
});
const drawn = shows('.column:not(.bones)');
const rows = shows('tbody:not(.bar-bones) tr');

/** Opens by length of stay. */
export const Default: Story = drawn;

/** Opens by the number of pages seen. */
export const Depth: Story = { args: { of: 'visit_depth' }, ...drawn };

/** Users by how often they came. */
export const Frequency: Story = { args: { of: 'opens_per_user' }, ...drawn };

/** Against the period before: a dashed line in each column, and the change. */
export const Compared: Story = { args: { of: 'visit_depth', compare: 'previous_period' }, ...drawn };

/** The table that says the same. */
export const Table: Story = { args: { view: 'table' }, ...rows };

/** Values of a dimension are names: rows of bars. */
export const Sources: Story = { args: { of: 'source', limit: 6 }, ...rows };

/** A ring, on request, for few parts that make a whole. */
export const Doughnut: Story = { args: { of: 'os_name', layout: 'doughnut' }, ...shows('.ring') };

/** As narrow as it gets. */
export const Narrow: Story = { args: { width: 280 }, ...drawn };

/** In a sheet of the host's. */
export const Bare: Story = { args: { bare: true }, ...drawn };

/** The first answer is on its way: columns of bone. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.bones') };

/** Nothing was opened in this range. */
export const Empty: Story = { args: { scenario: 'empty' }, ...shows('.message') };

/** The back end failed. */
export const Failed: Story = { args: { scenario: 'error' }, ...shows('.message') };

/** The reader lacks a permission, which is named. */
export const Forbidden: Story = { args: { scenario: 'forbidden' }, ...shows('.message') };

/** No network; it comes back by itself. */
export const Offline: Story = { args: { scenario: 'offline' }, ...shows('.message') };

/** Asked too often; it says when it tries again. */
export const RateLimited: Story = { args: { scenario: 'rate-limited' }, ...shows('.message') };

/** The data is older than promised: the foot says how late. */
export const Stale: Story = { args: { scenario: 'stale' }, ...drawn };

/** Billions of opens. */
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' }, ...drawn };

/** Dark, from right to left, in Arabic. */
export const DarkArabic: Story = { globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' }, ...drawn };

/** The second look, in Chinese. */
export const InstrumentChinese: Story = { globals: { theme: 'instrument', locale: 'zh-CN' }, ...drawn };
