import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { MaEventAnalysis } from '#elements/event-analysis/event-analysis.element.js';
import '#elements/event-analysis/event-analysis.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  event?: string;
  measure: string;
  field?: string;
  'group-by'?: string;
  range?: string;
  start?: string;
  end?: string;
  granularity?: string;
  filters?: string;
  view: 'chart' | 'table';
  'no-form': boolean;
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Event analysis',
  component: 'ma-event-analysis',
  args: {
    scenario: 'normal',
    event: 'add_to_cart',
    measure: 'total',
    'group-by': 'province',
    start: '2026-10-24',
    end: '2026-11-22',
    view: 'chart',
    'no-form': false,
  },
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    measure: { control: 'select', options: ['total', 'users', 'per_user', 'sum', 'avg', 'min', 'max'] },
    granularity: { control: 'select', options: ['hour', 'day', 'all'] },
    view: { control: 'inline-radio', options: ['chart', 'table'] },
  },
  render: (args) => html`
    <div style=${args.width ? `inline-size: ${args.width}px` : ''}>
      <ma-event-analysis
        .client=${clientOf(args.scenario)}
        .now=${now}
        app="lantern-tea"
        timezone="Asia/Shanghai"
        event=${ifDefined(args.event)}
        measure=${args.measure}
        field=${ifDefined(args.field)}
        group-by=${ifDefined(args['group-by'])}
        range=${ifDefined(args.range)}
        start=${ifDefined(args.range ? undefined : args.start)}
        end=${ifDefined(args.range ? undefined : args.end)}
        granularity=${ifDefined(args.granularity)}
        filters=${ifDefined(args.filters)}
        view=${args.view}
        ?no-form=${args['no-form']}
      ></ma-event-analysis>
    </div>
  `,
};

export default meta;
type Story = StoryObj<Args>;

const rootOf = (canvasElement: HTMLElement): ShadowRoot =>
  canvasElement.querySelector<MaEventAnalysis>('ma-event-analysis')!.shadowRoot!;
const shows = async (canvasElement: HTMLElement, selector: string): Promise<HTMLElement> =>
  waitFor(
    () => {
      const found = rootOf(canvasElement).querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`There is no ${selector}`);
      return found;
    },
    { timeout: 10_000 },
  );
const says = (title: string): NonNullable<Story['play']> => {
  return async ({ canvasElement, globals }) => {
    const found = await shows(canvasElement, '.message .title:not(:empty)');
    if (globals['locale'] === 'en') await expect(found).toHaveTextContent(title);
  };
};
const drawn: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await shows(canvasElement, 'canvas');
  await shows(canvasElement, '[data-pick=event]');
};

/** How often an event came, by region. */
export const Default: Story = { play: drawn };

/** Users of it, by region and operating system. */
export const TwoFields: Story = { args: { measure: 'users', 'group-by': 'province os_name' }, play: drawn };

/** A sum of money. */
export const Sum: Story = {
  args: { event: 'pay', measure: 'sum', field: 'amount', 'group-by': 'os_name' },
  play: drawn,
};

/** One line, by the hour. */
export const Today: Story = {
  args: { 'group-by': undefined as never, range: 'today' },
  play: ({ canvasElement }) => shows(canvasElement, 'canvas').then(() => undefined),
};

/** The range as one bucket: each group a bar. */
export const Whole: Story = {
  args: { granularity: 'all' },
  play: ({ canvasElement }) => shows(canvasElement, '.whole-range .bar').then(() => undefined),
};

/** With a filter. */
export const Filtered: Story = {
  args: { filters: '[{"field":"os_name","operator":"in","values":["iOS"]}]' },
  play: ({ canvasElement }) => shows(canvasElement, '.chip').then(() => undefined),
};

/** The reader ticks the groups in a list of all. */
export const ChoosingGroups: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await shows(canvasElement, '[data-pick=groups]'));
    await shows(canvasElement, '[popover] [role=option]:nth-of-type(4)');
  },
};

/** What was asked before. */
export const History: Story = {
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'canvas');
    await userEvent.click(await shows(canvasElement, '[data-pick=history]'));
    await shows(canvasElement, '[popover] [role=option]');
  },
};

/** Nothing is asked yet. */
export const NoEvent: Story = { args: { event: undefined as never }, play: says('Choose an event') };

/** A fixed analysis, without the form. */
export const Fixed: Story = {
  args: { 'no-form': true },
  play: ({ canvasElement }) => shows(canvasElement, 'canvas').then(() => undefined),
};

/** The same as a table. */
export const Table: Story = {
  args: { view: 'table' },
  play: ({ canvasElement }) => shows(canvasElement, '.twin').then(() => undefined),
};

/** At the width of a phone. */
export const Narrow: Story = { args: { width: 328 }, play: drawn };

/** The event did not occur. */
export const Empty: Story = { args: { event: 'no_such_event' }, play: says('The event did not occur') };

/** Bones of the final size while the answer is on the way. */
export const Slow: Story = {
  args: { scenario: 'slow' },
  play: ({ canvasElement }) => shows(canvasElement, '.bones').then(() => undefined),
};

/** What failed, and a way to try again. */
export const Failing: Story = { args: { scenario: 'error' }, play: says('Could not load') };

/** Which permission lacks. */
export const Forbidden: Story = { args: { scenario: 'forbidden' }, play: says('You may not see this') };

/** When it tries again. */
export const RateLimited: Story = { args: { scenario: 'rate-limited' }, play: says('Too many requests') };

/** No network. */
export const Offline: Story = { args: { scenario: 'offline' } };

/** Data that is older than the back end promised. */
export const Stale: Story = { args: { scenario: 'stale' } };

/** In the dark. */
export const Dark: Story = { globals: { scheme: 'dark' }, play: drawn };

/** In Arabic, time runs from right to left. */
export const Arabic: Story = { globals: { direction: 'rtl', locale: 'ar' }, play: drawn };

/** In Chinese. */
export const Chinese: Story = { globals: { locale: 'zh-CN' }, play: drawn };

/** In the second theme. */
export const Instrument: Story = { globals: { theme: 'instrument' }, play: drawn };
