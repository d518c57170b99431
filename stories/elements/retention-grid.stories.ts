import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { CohortKind, Granularity, NamedRange, RetentionReport } from '#contract/api.js';
import type { MaRetentionGrid } from '#elements/retention-grid/retention-grid.element.js';
import '#elements/retention-grid/retention-grid.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  heading?: string;
  cohort: CohortKind;
  granularity: Granularity;
  range: NamedRange;
  offsets?: string;
  values: 'percent' | 'count';
  view: 'grid' | 'curve';
  exactRange?: boolean;
  noSwitches?: boolean;
  superapp?: boolean;
  bare?: boolean;
  data?: RetentionReport;
  /** Width of the room it stands in. */
  width: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Retention grid',
  component: 'ma-retention-grid',
  argTypes: {
    scenario: scenarioControl,
    cohort: { control: 'inline-radio', options: ['new_users', 'active_users'] },
    granularity: { control: 'inline-radio', options: ['day', 'week', 'month'] },
    values: { control: 'inline-radio', options: ['percent', 'count'] },
    view: { control: 'inline-radio', options: ['grid', 'curve'] },
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    data: { control: false },
  },
  args: {
    scenario: 'normal',
    cohort: 'new_users',
    granularity: 'week',
    range: 'last_30_days',
    values: 'percent',
    view: 'grid',
    width: 860,
  },
  render: ({ width, ...args }) => html`
    <div style="inline-size: ${width}px; max-inline-size: 100%">
      <ma-retention-grid
        app=${ifDefined(args.superapp ? undefined : 'lantern-tea')}
        heading=${ifDefined(args.heading)}
        cohort=${args.cohort}
        granularity=${args.granularity}
        range=${args.range}
        offsets=${ifDefined(args.offsets)}
        values=${args.values}
        view=${args.view}
        ?exact-range=${args.exactRange}
        ?no-switches=${args.noSwitches}
        ?superapp=${args.superapp}
        ?bare=${args.bare}
        .client=${clientOf(args.scenario)}
        .data=${args.data}
        .now=${now}
      ></ma-retention-grid>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement | null =>
  canvas.querySelector<MaRetentionGrid>('ma-retention-grid')!.shadowRoot!.querySelector<HTMLElement>(selector);
/** Waits until something stands in the grid; the first story of a scenario makes its people first. */
const seen = (canvas: HTMLElement, selector: string): Promise<HTMLElement> =>
  waitFor(
    () => {
      const found = inside(canvas, selector);
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
const filled = shows('table[role=grid]');

/** New users by week, as shares. Thirty days hold four weeks, so it reaches further back. */
export const Default: Story = filled;

/** Days 1 to 7, 14 and 30 of thirty cohorts. */
export const Days: Story = { args: { granularity: 'day' }, ...filled };

/** Months of as long as there is data. */
export const Months: Story = { args: { granularity: 'month' }, ...filled };

/** A user may be active in several weeks, so that the sizes are not added up. */
export const ActiveUsers: Story = { args: { cohort: 'active_users' }, ...filled };

/** How many came back; the average stays a share, and so does the heat. */
export const Counts: Story = { args: { values: 'count' }, ...filled };

/** The average in ink, each cohort behind it. */
export const Curve: Story = { args: { view: 'curve' }, ...shows('.curve path') };

/** A curve of days: the axis is logarithmic, because most days are left out. */
export const CurveOfDays: Story = { args: { view: 'curve', granularity: 'day' }, ...shows('.curve path') };

/** Walked with the arrow keys; the tip names cohort, period, share and counts. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, 'table[role=grid]');
    (await seen(canvasElement, 'td[tabindex="0"]')).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    await seen(canvasElement, '.tooltip');
    await waitFor(() => expect(inside(canvasElement, 'td[tabindex="0"]')?.dataset['row']).toBe('2'));
  },
};

/** Only the periods that a host asks for. */
export const ChosenDays: Story = { args: { granularity: 'day', offsets: '1,3,7', range: 'last_7_days' }, ...filled };

/** The weeks of the range, and no others. */
export const ExactRange: Story = { args: { exactRange: true }, ...filled };

/** Cohorts stay in sight, the periods scroll; sizes stand under the names. */
export const Narrow: Story = { args: { width: 360 }, ...filled };

/** The least room there is. */
export const Narrowest: Story = { args: { width: 280 }, ...filled };

/** A curve in little room. */
export const NarrowCurve: Story = { args: { width: 360, view: 'curve' }, ...shows('.curve path') };

/** Across all apps: a person is counted once. */
export const Superapp: Story = { args: { superapp: true }, ...filled };

/** In a sheet of the host's. */
export const Bare: Story = { args: { bare: true, noSwitches: true }, ...filled };

/** Fed by `data` alone. */
export const FromData: Story = {
  args: {
    data: {
      meta: {
        scope: 'apps/lantern-tea',
        range: { start: '2026-10-26', end: '2026-11-21' },
        timezone: 'Asia/Shanghai',
        filters: [],
        environment: 'production',
        profile: 'standard',
        data_as_of: '2026-11-22T05:30:00.000Z',
        next_refresh_at: null,
        freshness: { kind: 'live' },
        approximate: false,
        granularity: 'week',
      },
      cohort: 'new_users',
      offsets: [1, 2, 3],
      cohorts: [
        { start: '2026-10-26', size: 14_943, retained: [5_036, 3_799, null] },
        { start: '2026-11-02', size: 15_420, retained: [5_153, null, null] },
        { start: '2026-11-09', size: 20_016, retained: [null, null, null] },
      ],
      average: [10_189 / 30_363, 3_799 / 14_943, null],
    },
  },
  ...filled,
};

/** The first answer is on its way: a skeleton of the size of the grid. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.skeleton') };

/** Nobody came for the first time in this range. */
export const Empty: Story = { args: { scenario: 'empty' }, ...shows('.message') };

/** The back end failed. */
export const Failed: Story = { args: { scenario: 'error' }, ...shows('.message') };

/** What the back end answered cannot be read: an error like any other, and not a broken grid. */
export const Malformed: Story = { args: { scenario: 'malformed' }, ...shows('.message') };

/** The reader lacks a permission, which is named. */
export const Forbidden: Story = { args: { scenario: 'forbidden' }, ...shows('.message') };

/** No network; it comes back by itself. */
export const Offline: Story = { args: { scenario: 'offline' }, ...shows('.message') };

/** Asked too often; it says when it tries again. */
export const RateLimited: Story = { args: { scenario: 'rate-limited' }, ...shows('.message') };

/** The data is older than promised: the foot says how late. */
export const Stale: Story = { args: { scenario: 'stale' }, ...filled };

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
