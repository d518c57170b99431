import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { MaTrendChart } from '#elements/trend-chart/trend-chart.element.js';
import '#elements/trend-chart/trend-chart.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  metrics: string;
  start: string;
  end: string;
  granularity?: string;
  compare: string;
  'breakdown-by'?: string;
  limit?: number;
  layout: 'lines' | 'multiples';
  difference: boolean;
  view: 'chart' | 'table';
  'no-granularity': boolean;
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Trend chart',
  component: 'ma-trend-chart',
  args: {
    scenario: 'normal',
    metrics: 'opens',
    start: '2026-10-24',
    end: '2026-11-22',
    compare: 'previous_period',
    layout: 'lines',
    difference: false,
    view: 'chart',
    'no-granularity': false,
  },
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    granularity: { control: 'select', options: ['hour', 'day', 'week', 'month'] },
    compare: { control: 'select', options: ['previous_period', 'previous_day', 'last_week', 'last_month'] },
    layout: { control: 'inline-radio', options: ['lines', 'multiples'] },
    view: { control: 'inline-radio', options: ['chart', 'table'] },
  },
  render: (args) => html`
    <div style=${args.width ? `inline-size: ${args.width}px` : ''}>
      <ma-trend-chart
        .client=${clientOf(args.scenario)}
        .now=${now}
        app="lantern-tea"
        timezone="Asia/Shanghai"
        metrics=${args.metrics}
        start=${args.start}
        end=${args.end}
        granularity=${ifDefined(args.granularity)}
        compare=${args.compare}
        breakdown-by=${ifDefined(args['breakdown-by'])}
        limit=${ifDefined(args.limit)}
        layout=${args.layout}
        view=${args.view}
        ?difference=${args.difference}
        ?no-granularity=${args['no-granularity']}
      ></ma-trend-chart>
    </div>
  `,
};

export default meta;
type Story = StoryObj<Args>;

const rootOf = (canvasElement: HTMLElement): ShadowRoot =>
  canvasElement.querySelector<MaTrendChart>('ma-trend-chart')!.shadowRoot!;
/** The chart stands, or what stands for it. */
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

/** One metric against the period before. The last day is still running. */
export const Default: Story = { play: ({ canvasElement }) => shows(canvasElement, 'canvas').then(() => undefined) };

/** Metrics of one unit share a plot; each carries its name and its last whole value at its end. */
export const SeveralMetrics: Story = { args: { metrics: 'visits,opens,active_users' } };

/** Metrics of different units become small multiples: no plot has two axes. */
export const DifferentUnits: Story = { args: { metrics: 'opens,avg_duration_per_open,bounce_rate,pages_per_open' } };

/** The top sources, and the rest as one line on demand. */
export const Breakdown: Story = { args: { 'breakdown-by': 'source', limit: 8, compare: '' } };

/** How far each day lies over or under the one that it is compared with. */
export const Difference: Story = { args: { difference: true } };

/** Each line in a plot of its own, all on one scale. */
export const SmallMultiples: Story = { args: { metrics: 'visits,opens,active_users', layout: 'multiples' } };

/** Today by the hour, against yesterday. */
export const Today: Story = { args: { start: '2026-11-22', end: '2026-11-22', compare: 'previous_day' } };

/** Weeks that the range cuts are hollow and dotted, as the running one. */
export const Weeks: Story = { args: { granularity: 'week' } };

/** The same as a table. */
export const Table: Story = { args: { view: 'table' } };

/** Arrow keys move along the points; what a point says is read aloud. */
export const Keyboard: Story = {
  play: async ({ canvasElement }) => {
    const field = await shows(canvasElement, '.field');
    field.focus();
    await userEvent.keyboard('{End}{ArrowLeft}');
    await shows(canvasElement, '.tooltip');
    await waitFor(() => expect(rootOf(canvasElement).querySelector('[aria-live]')).not.toBeEmptyDOMElement());
  },
};

/** A stretch is marked with Shift and the arrow keys, or by dragging, and Enter zooms in on it. */
export const Zoomed: Story = {
  play: async ({ canvasElement, globals }) => {
    const field = await shows(canvasElement, '.field');
    field.focus();
    await waitFor(() => expect(getComputedStyle(field.querySelector('.aim')!).userSelect).toBe('none'));
    const [forth, back] = globals['direction'] === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    await userEvent.keyboard(`{End}{${back}>7/}{Shift>}{${back}>12/}{${forth}}{/Shift}`);
    await shows(canvasElement, '.mark');
    await userEvent.keyboard('{Enter}');
    await shows(canvasElement, '.zoom-out');
  },
};

/** At the width of a phone. */
export const Narrow: Story = { args: { width: 328, metrics: 'visits,opens' } };

/** Nothing happened in this range: a baseline, not an error. */
export const NothingHappened: Story = { args: { scenario: 'empty' } };

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

/** An answer that breaks the contract is an error, not a broken widget. */
export const Malformed: Story = { args: { scenario: 'malformed' }, play: says('Could not load') };

/** No network. */
export const Offline: Story = { args: { scenario: 'offline' } };

/** Data that is older than the back end promised: the foot says so. */
export const Stale: Story = { args: { scenario: 'stale' } };

/** Figures in the billions. */
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' } };

/** Page paths of 200 characters. */
export const LongNames: Story = {
  args: {
    scenario: 'long-names',
    metrics: 'page_visits',
    'breakdown-by': 'page_path',
    limit: 5,
    compare: '',
  },
};

/** In the dark. */
export const Dark: Story = { args: { metrics: 'visits,opens,active_users' }, globals: { scheme: 'dark' } };

/** In Arabic, time runs from right to left. */
export const Arabic: Story = { globals: { direction: 'rtl', locale: 'ar' } };

/** In Chinese. */
export const Chinese: Story = { globals: { locale: 'zh-CN' } };

/** In the second theme. */
export const Instrument: Story = { args: { difference: true }, globals: { theme: 'instrument' } };
