import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import '#elements/source-chart/source-chart.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  metrics?: string;
  metric?: string;
  limit?: number;
  figures?: string;
  compare?: string;
  noDisplay?: boolean;
  selectable?: boolean;
  bare?: boolean;
  /** Width of the room it stands in. */
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Source chart',
  component: 'ma-source-chart',
  argTypes: {
    scenario: scenarioControl,
    metric: { control: { type: 'select' }, options: ['opens', 'visits', 'active_users', 'new_users'] },
    figures: { control: { type: 'select' }, options: ['both', 'count', 'share'] },
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
  },
  args: { scenario: 'normal', width: 460 },
  render: ({ width, ...args }) => html`
    <div style="inline-size: ${width}px; max-inline-size: 100%">
      <ma-source-chart
        app="lantern-tea"
        range="last_30_days"
        metrics=${ifDefined(args.metrics)}
        metric=${ifDefined(args.metric)}
        limit=${ifDefined(args.limit)}
        figures=${ifDefined(args.figures)}
        compare=${ifDefined(args.compare)}
        ?no-display=${args.noDisplay}
        ?selectable=${args.selectable}
        ?bare=${args.bare}
        .client=${clientOf(args.scenario)}
        .now=${now}
      ></ma-source-chart>
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
        if (!canvasElement.querySelector('ma-source-chart')!.shadowRoot!.querySelector(selector)) {
          throw new Error(`There is no ${selector}`);
        }
      },
      { timeout: 10_000 },
    );
  },
});
const rows = shows('tbody:not(.bar-bones) tr');

/** The first twelve sources by opens, the rest as one row, the total. */
export const Default: Story = rows;

/** Where there is room, opens and users side by side. */
export const Wide: Story = { args: { width: 900 }, ...rows };

/** By users: one may come by several sources, so that shares are “of users”. */
export const Users: Story = { args: { metric: 'active_users' }, ...rows };

/** Against the period before. */
export const Compared: Story = { args: { compare: 'previous_period', width: 720 }, ...rows };

/** Shares alone, of five sources. */
export const FiveShares: Story = { args: { figures: 'share', limit: 5 }, ...rows };

/** What can be chosen: which figures, how many sources. */
export const Display: Story = {
  play: async ({ canvasElement }) => {
    const inside = (selector: string) =>
      canvasElement.querySelector('ma-source-chart')!.shadowRoot!.querySelector<HTMLElement>(selector);
    await waitFor(() => expect(inside('tbody:not(.bar-bones) tr')).toBeTruthy(), { timeout: 10_000 });
    inside('.display')!.click();
    await waitFor(() => expect(inside('.chooser:popover-open')).toBeTruthy());
  },
};

/** Sources are buttons that fire `source-select`. */
export const Selectable: Story = { args: { selectable: true }, ...shows('button.path') };

/** Without switches, as one of many widgets on a page. */
export const WithoutSwitches: Story = { args: { noDisplay: true }, ...rows };

/** As narrow as it gets. */
export const Narrow: Story = { args: { width: 280 }, ...rows };

/** In a sheet of the host's. */
export const Bare: Story = { args: { bare: true }, ...rows };

/** The first answer is on its way: bars of bone. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.bar-bones') };

/** Nobody came in this range. */
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
export const Stale: Story = { args: { scenario: 'stale' }, ...rows };

/** Billions of opens. */
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' }, ...rows };

/** Dark, from right to left, in Arabic. */
export const DarkArabic: Story = { globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' }, ...rows };

/** The second look, in Chinese: bars have a lane of their own. */
export const InstrumentChinese: Story = { globals: { theme: 'instrument', locale: 'zh-CN' }, ...rows };
