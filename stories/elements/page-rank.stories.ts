import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { waitFor } from 'storybook/test';
import '#elements/page-rank/page-rank.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  by?: string;
  limit?: number;
  heading?: string;
  compare?: string;
  superapp?: boolean;
  selectable?: boolean;
  bare?: boolean;
  /** Width of the room it stands in. */
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Page rank',
  component: 'ma-page-rank',
  argTypes: {
    scenario: scenarioControl,
    by: { control: { type: 'select' }, options: ['page_visits', 'entries', 'exits', 'page_shares'] },
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
  },
  args: { scenario: 'normal', width: 560 },
  render: ({ width, ...args }) => html`
    <div style="inline-size: ${width}px; max-inline-size: 100%">
      <ma-page-rank
        app=${ifDefined(args.superapp ? undefined : 'lantern-tea')}
        range="last_30_days"
        by=${ifDefined(args.by)}
        limit=${ifDefined(args.limit)}
        heading=${ifDefined(args.heading)}
        compare=${ifDefined(args.compare)}
        ?superapp=${args.superapp}
        ?selectable=${args.selectable}
        ?bare=${args.bare}
        .client=${clientOf(args.scenario)}
        .now=${now}
      ></ma-page-rank>
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
        if (!canvasElement.querySelector('ma-page-rank')!.shadowRoot!.querySelector(selector)) {
          throw new Error(`There is no ${selector}`);
        }
      },
      { timeout: 10_000 },
    );
  },
});
const rows = shows('tbody:not(.bar-bones) tr');

/** The pages that were visited most. */
export const Default: Story = rows;

/** The pages by which people came in. */
export const EntryPages: Story = { args: { by: 'entries' }, ...rows };

/** A longer list of where people left. */
export const TenExitPages: Story = { args: { by: 'exits', limit: 10 }, ...rows };

/** Against the period before: a dashed mark at each bar, and the change. */
export const Compared: Story = { args: { compare: 'previous_period' }, ...rows };

/** Paths are buttons that fire `page-select`. */
export const Selectable: Story = { args: { selectable: true }, ...shows('button.path') };

/** Across all apps: a page belongs to an app. */
export const Superapp: Story = { args: { superapp: true }, ...shows('.app') };

/** As narrow as it gets. */
export const Narrow: Story = { args: { width: 280 }, ...rows };

/** In a sheet of the host's. */
export const Bare: Story = { args: { bare: true }, ...rows };

/** The first answer is on its way: bars of bone. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.bar-bones') };

/** The app had no visits in this range. */
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

/** Billions of visits. */
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' }, ...rows };

/** Paths of two hundred characters are cut in the middle, and whole on hover and focus. */
export const LongNames: Story = { args: { scenario: 'long-names' }, ...shows('.whole') };

/** Dark, from right to left, in Arabic. */
export const DarkArabic: Story = { globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' }, ...rows };

/** The second look, in Chinese: bars have a lane of their own. */
export const InstrumentChinese: Story = { globals: { theme: 'instrument', locale: 'zh-CN' }, ...rows };
