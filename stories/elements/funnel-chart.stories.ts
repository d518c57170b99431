import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { FunnelReport, FunnelStepQuery, NamedRange } from '#contract/api.js';
import type { MaFunnelChart } from '#elements/funnel-chart/funnel-chart.element.js';
import '#elements/funnel-chart/funnel-chart.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  heading?: string | undefined;
  steps?: FunnelStepQuery[];
  window?: number;
  groupBy?: string;
  range: NamedRange;
  compare?: string;
  layout: 'columns' | 'rows';
  view: 'chart' | 'table';
  step?: number;
  funnelId?: string;
  bare?: boolean;
  data?: FunnelReport;
  /** Width of the room it stands in. */
  width: number;
}

const product = { field: 'page_path', operator: 'in' as const, values: ['pages/product/detail'] };
const toPayment: FunnelStepQuery[] = [
  { event: 'launch' },
  { event: 'page_view', filters: [product] },
  { event: 'add_to_cart' },
  { event: 'checkout' },
  { event: 'pay' },
];

const meta: Meta<Args> = {
  title: 'Elements/Funnel chart',
  component: 'ma-funnel-chart',
  argTypes: {
    scenario: scenarioControl,
    layout: { control: 'inline-radio', options: ['columns', 'rows'] },
    view: { control: 'inline-radio', options: ['chart', 'table'] },
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    data: { control: false },
  },
  args: {
    scenario: 'normal',
    heading: 'Menu to payment',
    steps: toPayment,
    window: 86_400,
    range: 'last_30_days',
    layout: 'columns',
    view: 'chart',
    width: 1200,
  },
  render: ({ width, ...args }) => html`
    <div style="inline-size: ${width}px; max-inline-size: 100%">
      <ma-funnel-chart
        app="lantern-tea"
        heading=${ifDefined(args.heading)}
        funnel-id=${ifDefined(args.funnelId)}
        range=${args.range}
        compare=${ifDefined(args.compare)}
        group-by=${ifDefined(args.groupBy)}
        layout=${args.layout}
        view=${args.view}
        ?bare=${args.bare}
        .steps=${args.steps}
        .window=${args.window}
        .step=${args.step}
        .client=${clientOf(args.scenario)}
        .data=${args.data}
        .now=${now}
      ></ma-funnel-chart>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement | null =>
  canvas.querySelector<MaFunnelChart>('ma-funnel-chart')!.shadowRoot!.querySelector<HTMLElement>(selector);
/** Waits until something stands in the chart; the first story of a scenario makes its people first. */
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
const filled = shows('ol.steps');

/** Five steps within a day; the largest loss stands out. */
export const Default: Story = filled;

/** Against the thirty days before: dashed, with the change beside each figure. */
export const Compared: Story = { args: { compare: 'previous_period' }, ...filled };

/** By operating system, side by side. */
export const Groups: Story = { args: { groupBy: 'os_name' }, ...filled };

/** By two fields: many groups, of which the reader chooses. */
export const GroupsOfTwo: Story = { args: { groupBy: 'os_name,gender' }, ...shows('.pick') };

/** What those did instead who left after the second step. */
export const ChosenStep: Story = { args: { step: 2 }, ...shows('.next tbody:not(.bar-bones)') };

/** Chosen with the keyboard alone, walked with the arrow keys. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    (await seen(canvasElement, '[data-step="1"]')).focus();
    await userEvent.keyboard('{Enter}{ArrowRight}');
    await seen(canvasElement, '.next tbody:not(.bar-bones)');
    await waitFor(() => expect(inside(canvasElement, '[aria-expanded=true]')?.dataset['step']).toBe('2'));
  },
};

/** As rows, with what is lost on the way hatched. */
export const Rows: Story = { args: { layout: 'rows', width: 860, compare: 'previous_period' }, ...filled };

/** Every figure as a table. */
export const Table: Story = { args: { view: 'table', compare: 'previous_period' }, ...shows('table') };

/** Every figure of every group. */
export const TableOfGroups: Story = { args: { view: 'table', groupBy: 'os_name' }, ...shows('tr.part') };

/** As many steps as a funnel may have. */
export const TenSteps: Story = {
  args: {
    steps: [...toPayment, ...['share', 'page_view', 'page_view', 'launch', 'page_view'].map((event) => ({ event }))],
  },
  ...filled,
};

/** The fewest. */
export const TwoSteps: Story = { args: { steps: [{ event: 'launch' }, { event: 'pay' }], width: 720 }, ...filled };

/** Rows with bars, the loss behind a rule. */
export const Narrow: Story = { args: { width: 360, compare: 'previous_period' }, ...filled };

/** The least room there is. */
export const Narrowest: Story = { args: { width: 280, groupBy: 'os_name' }, ...filled };

/** The table as labelled rows. */
export const NarrowTable: Story = { args: { width: 360, view: 'table' }, ...shows('table') };

/** In a sheet of the host's. */
export const Bare: Story = { args: { bare: true }, ...filled };

/** Fed by `data` alone: nobody to ask what came next. */
export const FromData: Story = {
  args: {
    heading: 'Sign-up',
    data: {
      meta: {
        scope: 'apps/lantern-tea',
        range: { start: '2026-11-15', end: '2026-11-21' },
        timezone: 'Asia/Shanghai',
        filters: [],
        environment: 'production',
        profile: 'standard',
        data_as_of: '2026-11-22T05:30:00.000Z',
        next_refresh_at: null,
        freshness: { kind: 'live' },
        approximate: false,
      },
      steps: [
        {
          ...{ event: 'open_form', users: 128_412, conversion_rate: 1, step_conversion_rate: null },
          ...{ drop_off: null, median_seconds: null, p90_seconds: null },
        },
        {
          ...{ event: 'send_code', users: 86_049, conversion_rate: 86_049 / 128_412 },
          ...{ step_conversion_rate: 86_049 / 128_412, drop_off: 42_363, median_seconds: 48, p90_seconds: 130 },
        },
        {
          ...{ event: 'signed_up', users: 39_870, conversion_rate: 39_870 / 128_412 },
          ...{ step_conversion_rate: 39_870 / 86_049, drop_off: 46_179, median_seconds: 71, p90_seconds: 204.5 },
        },
      ],
      groups: [],
    },
  },
  ...filled,
};

/** Nobody has said which funnel. */
export const NoFunnel: Story = { args: { steps: [] }, ...shows('.message') };

/** The saved funnel that is named has been deleted. */
export const Gone: Story = { args: { funnelId: 'gone', heading: undefined }, ...shows('.message') };

/** The first answer is on its way: a skeleton of the size of the steps. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.bones') };

/** Nobody took the first step. */
export const Empty: Story = { args: { scenario: 'empty' }, ...shows('.message') };

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

/** Dark. */
export const Dark: Story = {
  args: { compare: 'previous_period', step: 3 },
  globals: { scheme: 'dark' },
  ...shows('.next tbody:not(.bar-bones)'),
};

/** Dark, from right to left, in Arabic, narrow. */
export const DarkArabic: Story = {
  args: { width: 390 },
  globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' },
  ...filled,
};

/** From right to left, in columns. */
export const Arabic: Story = {
  args: { compare: 'previous_period' },
  globals: { direction: 'rtl', locale: 'ar' },
  ...filled,
};

/** The second look, in Chinese, as rows. */
export const InstrumentChinese: Story = {
  args: { layout: 'rows', width: 860 },
  globals: { theme: 'instrument', locale: 'zh-CN' },
  ...filled,
};
