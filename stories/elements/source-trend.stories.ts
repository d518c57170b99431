import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { MaSourceTrend } from '#elements/source-trend/source-trend.element.js';
import '#elements/source-trend/source-trend.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  metric?: string;
  metrics?: string;
  sources?: string;
  limit?: number;
  start: string;
  end: string;
  granularity?: string;
  compare: string;
  view: 'chart' | 'table';
  'no-choice': boolean;
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Source trend',
  component: 'ma-source-trend',
  args: {
    scenario: 'normal',
    start: '2026-10-24',
    end: '2026-11-22',
    compare: '',
    view: 'chart',
    'no-choice': false,
  },
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    granularity: { control: 'select', options: ['hour', 'day', 'week', 'month'] },
    compare: { control: 'select', options: ['', 'previous_period', 'previous_day', 'last_week', 'last_month'] },
    view: { control: 'inline-radio', options: ['chart', 'table'] },
  },
  render: (args) => html`
    <div style=${args.width ? `inline-size: ${args.width}px` : ''}>
      <ma-source-trend
        .client=${clientOf(args.scenario)}
        .now=${now}
        app="lantern-tea"
        timezone="Asia/Shanghai"
        metric=${ifDefined(args.metric)}
        metrics=${ifDefined(args.metrics)}
        sources=${ifDefined(args.sources)}
        limit=${ifDefined(args.limit)}
        start=${args.start}
        end=${args.end}
        granularity=${ifDefined(args.granularity)}
        compare=${ifDefined(args.compare || undefined)}
        view=${args.view}
        ?no-choice=${args['no-choice']}
      ></ma-source-trend>
    </div>
  `,
};

export default meta;
type Story = StoryObj<Args>;

const rootOf = (canvasElement: HTMLElement): ShadowRoot =>
  canvasElement.querySelector<MaSourceTrend>('ma-source-trend')!.shadowRoot!;
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

/** The most frequent sources: five lines at first, three and the rest to be switched on. */
export const Default: Story = { play: ({ canvasElement }) => shows(canvasElement, 'canvas').then(() => undefined) };

/** Sources that the host chose, in its order, each against the period before. */
export const Chosen: Story = { args: { sources: '1,14,2', compare: 'previous_period' } };

/** The reader ticks the sources in a list of all that came up. */
export const Choosing: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await shows(canvasElement, '.choose'));
    const rare = await shows(canvasElement, '.option:nth-of-type(8) input');
    await userEvent.click(rare);
    await waitFor(() => expect(rootOf(canvasElement).querySelectorAll('.ends li')).toHaveLength(6));
    // judged once nothing is dimmed or fading any more
    const faded = () =>
      [...rootOf(canvasElement).querySelectorAll('.body, [popover], [popover] *')].filter(
        (one) => Number(getComputedStyle(one).opacity) > 0 && getComputedStyle(one).opacity !== '1',
      );
    await waitFor(() => expect(faded()).toHaveLength(0), { timeout: 5000 });
  },
};

/** One metric, which the host chose. */
export const OneMetric: Story = { args: { metrics: 'visits', 'no-choice': true } };

/** Weeks. */
export const Weeks: Story = { args: { granularity: 'week' } };

/** The same as a table. */
export const Table: Story = { args: { view: 'table' } };

/** At the width of a phone. */
export const Narrow: Story = { args: { width: 328 } };

/** Nobody came in this range. */
export const Empty: Story = { args: { scenario: 'empty' } };

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

/** Figures in the billions. */
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' } };

/** In the dark. */
export const Dark: Story = { globals: { scheme: 'dark' } };

/** In Arabic, time runs from right to left. */
export const Arabic: Story = { globals: { direction: 'rtl', locale: 'ar' } };

/** In Chinese, by the names of the dictionary. */
export const Chinese: Story = { globals: { locale: 'zh-CN' } };

/** In the second theme. */
export const Instrument: Story = { globals: { theme: 'instrument' } };
