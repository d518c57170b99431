import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { FilterValue } from '#elements/filter-bar/filter-value.js';
import '#elements/filter-bar/filter-bar.js';
import '#elements/metric-card/metric-card.js';
import '#elements/scope/scope.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  shows?: string;
  allApps?: boolean;
  fields?: string;
  captions?: boolean;
  value?: FilterValue;
  /** Width of the room it stands in. */
  width?: number;
}

const everything = 'app,type,range,granularity,compare,os,environment,filters';

const meta: Meta<Args> = {
  title: 'Elements/Filter bar',
  component: 'ma-filter-bar',
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    value: { control: 'object' },
  },
  args: { scenario: 'normal' },
  render: ({ scenario, shows, allApps, fields, captions, value, width }) => html`
    <div style=${width ? `inline-size: ${width}px` : ''}>
      <ma-scope
        app="lantern-tea"
        range="last_30_days"
        compare="previous_period"
        timezone="Asia/Shanghai"
        .client=${clientOf(scenario)}
        .now=${now}
      >
        <ma-filter-bar
          shows=${ifDefined(shows)}
          fields=${ifDefined(fields)}
          ?all-apps=${allApps}
          ?captions=${captions}
          .value=${value}
        ></ma-filter-bar>
        <div style="max-inline-size: 240px; margin-block-start: 16px">
          <ma-metric-card metric="opens"></ma-metric-card>
        </div>
      </ma-scope>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement | null =>
  canvas.querySelector('ma-filter-bar')!.shadowRoot!.querySelector<HTMLElement>(selector);
/** Waits until something stands in the bar; the first story of a scenario makes its people first. */
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
/** A story in which something has been opened. */
const opened = (...path: string[]): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => {
    for (const selector of path.slice(0, -1)) await userEvent.click(await seen(canvasElement, selector));
    await seen(canvasElement, path.at(-1)!);
    const popover = inside(canvasElement, '[popover]')!;
    await Promise.all(popover.getAnimations().map((animation) => animation.finished));
    // what was chosen is being asked for, and the old figures are dimmed until then
    const bodies = () =>
      [...canvasElement.querySelectorAll('*')].flatMap((one) => one.shadowRoot?.querySelector('.body') ?? []);
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame); // until it is asked for
    const isSettled = (body: Element) => getComputedStyle(body).opacity === '1' && !body.closest('[aria-busy=true]');
    await waitFor(() => expect(bodies().every(isSettled)).toBe(true), { timeout: 5000 });
  },
});

/** What most pages need: app, range, comparison, systems. */
export const Default: Story = shows('.mark');

/** The name of each filter above it, in one strip. */
export const Captions: Story = { args: { captions: true, shows: everything } };

/** Every filter that there is. */
export const Everything: Story = {
  args: {
    shows: everything,
    allApps: true,
    value: {
      superapp: true,
      range: 'last_7_days',
      granularity: 'day',
      os: ['iOS', 'Android'],
      filters: [
        { field: 'city', operator: 'in', values: ['Shanghai', 'Hangzhou'] },
        { field: 'scene', operator: 'gte', values: [1001] },
      ],
    },
  },
  ...shows('.chip'),
};

/** The apps, each with its type and icon. */
export const ChoosingAnApp: Story = { args: { allApps: true }, ...opened('[data-pick=app]', '[role=option] .mark') };

/** The ranges that have a name, and days of one's own. */
export const ChoosingARange: Story = opened('[data-pick=range]', '[role=option]');

/** Two fields, and a calendar whose days with data have a dot. */
export const ChoosingDays: Story = opened('[data-pick=range]', '[role=option]:last-child', 'calendar-range');

/** Several systems at once. */
export const ChoosingSystems: Story = opened('[data-pick=os]', '[role=option]', '[role=option] .icon');

/** A free filter: field, operator, values. */
export const AddingAFilter: Story = {
  args: { shows: 'range,filters' },
  ...opened('[data-pick=filter-add]:not([disabled])', '.editor select'),
};

/** Nothing is chosen by name: days, compared with other days. */
export const OwnDays: Story = {
  args: {
    value: {
      app: 'tile-garden',
      ...{ start: '2026-10-24', end: '2026-11-22', compareStart: '2026-09-01', compareEnd: '2026-09-30' },
    },
  },
  ...shows('.mark'),
};

/** A phone: app and range whole, the others by two. */
export const Narrow: Story = {
  args: { width: 360, shows: everything, value: { filters: [{ field: 'city', operator: 'set' }] } },
  ...shows('.chip'),
};

/** The apps are on their way. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.bone') };

/** The reader may not see the apps. */
export const Forbidden: Story = { args: { scenario: 'forbidden' }, ...shows('[data-pick=app]') };

/** No network: what is chosen stays, and the list says so. */
export const Offline: Story = { args: { scenario: 'offline' }, ...opened('[data-pick=app]', '.none') };

/** Dark, from right to left, in Arabic. */
export const DarkArabic: Story = {
  args: { shows: everything },
  globals: { scheme: 'dark', direction: 'rtl', locale: 'ar' },
  ...shows('.mark'),
};

/** The second look, in Chinese. */
export const InstrumentChinese: Story = {
  args: { shows: everything },
  globals: { theme: 'instrument', locale: 'zh-CN' },
  ...shows('.mark'),
};
