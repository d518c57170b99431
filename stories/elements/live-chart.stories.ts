import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { type Client, createClient } from '#client/index.js';
import type { MaLiveChart } from '#elements/live-chart/live-chart.element.js';
import '#elements/live-chart/live-chart.js';
import { createMockBackend, type ScenarioName } from '#mocks/index.js';
import { now as start, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  speed: number;
  span: MaLiveChart['span'];
  start?: string;
  end?: string;
  granularity?: string;
  compare: string;
  'compare-start'?: string;
  page?: string;
  'page-limit'?: number;
  profile?: string;
  view: 'chart' | 'table';
  width?: number;
}

/** A day of the stories that goes on, by a clock that may be quicker than ours. */
class Stream {
  readonly client: Client;
  readonly #speed: number;
  readonly #from = performance.now();

  constructor(scenario: ScenarioName, speed: number) {
    this.#speed = speed;
    const mock = createMockBackend({ scenario, clock: this, stream: true, latencyMs: Infinity, retryAfterSeconds: 60 });
    this.client = createClient({ baseUrl: 'https://mock.example', fetch: mock.fetch, retry: { retries: 0 } });
  }

  readonly now = (): number => start() + (performance.now() - this.#from) * this.#speed;

  readonly setTimeout = (callback: () => void, ms: number): unknown => setTimeout(callback, ms / this.#speed);

  readonly clearTimeout = (timer: unknown): void => clearTimeout(timer as ReturnType<typeof setTimeout>);
}

const streams = new Map<string, Stream>();

function streamOf(scenario: ScenarioName, speed: number): Stream {
  const key = `${scenario} ${speed}`;
  let stream = streams.get(key);
  if (!stream) streams.set(key, (stream = new Stream(scenario, speed)));
  return stream;
}

const meta: Meta<Args> = {
  title: 'Elements/Live chart',
  component: 'ma-live-chart',
  args: { scenario: 'normal', speed: 1, span: '1_hour', compare: '', view: 'chart' },
  argTypes: {
    scenario: scenarioControl,
    speed: { control: { type: 'range', min: 1, max: 120, step: 1 }, table: { category: 'story' } },
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    span: { control: 'select', options: ['30_minutes', '1_hour', '3_hours', '6_hours', '24_hours'] },
    granularity: { control: 'select', options: ['minute', '5_minutes', '10_minutes', '30_minutes', 'hour'] },
    compare: { control: 'select', options: ['', 'previous_period', 'previous_day', 'last_week'] },
    view: { control: 'inline-radio', options: ['chart', 'table'] },
  },
  render: (args) => {
    const stream = streamOf(args.scenario, args.speed);
    return html`
      <div style=${args.width ? `inline-size: ${args.width}px` : ''}>
        <ma-live-chart
          .client=${stream.client}
          .now=${stream.now}
          .timers=${stream}
          app="lantern-tea"
          timezone="Asia/Shanghai"
          span=${args.span}
          start=${ifDefined(args.start)}
          end=${ifDefined(args.end)}
          granularity=${ifDefined(args.granularity)}
          compare=${ifDefined(args.compare || undefined)}
          compare-start=${ifDefined(args['compare-start'])}
          page=${ifDefined(args.page)}
          page-limit=${ifDefined(args['page-limit'])}
          profile=${ifDefined(args.profile)}
          view=${args.view}
        ></ma-live-chart>
      </div>
    `;
  },
};

export default meta;
type Story = StoryObj<Args>;

const rootOf = (canvasElement: HTMLElement): ShadowRoot =>
  canvasElement.querySelector<MaLiveChart>('ma-live-chart')!.shadowRoot!;
const shows = async (canvasElement: HTMLElement, selector: string): Promise<HTMLElement> =>
  waitFor(
    () => {
      const found = rootOf(canvasElement).querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`There is no ${selector}`);
      return found;
    },
    { timeout: 15_000 },
  );
const says = (title: string): NonNullable<Story['play']> => {
  return async ({ canvasElement, globals }) => {
    const found = await shows(canvasElement, '.message .title:not(:empty)');
    if (globals['locale'] === 'en') await expect(found).toHaveTextContent(title);
  };
};

/** The last hour by the minute. At each full minute there are news. */
export const Default: Story = { play: ({ canvasElement }) => shows(canvasElement, 'canvas').then(() => undefined) };

/** The same at sixty times the speed: a minute is a second. */
export const Quick: Story = { args: { speed: 60 } };

/** Against the same time yesterday. */
export const Compared: Story = { args: { span: '6_hours', compare: 'previous_day' } };

/** One page of the list in the chart. */
export const OnePage: Story = {
  args: { span: '6_hours' },
  play: async ({ canvasElement, globals }) => {
    await userEvent.click(await shows(canvasElement, 'button.path'));
    await shows(canvasElement, '.chosen-mark');
    if (globals['locale'] !== 'en') return;
    await waitFor(() => expect(rootOf(canvasElement).querySelector('h2')).toHaveTextContent(/^Live: pages/));
  },
};

/** A range of dates and times against another time; it is over, so that nothing is waited for. */
export const Chosen: Story = {
  args: {
    start: '2026-11-21T01:00:00Z',
    end: '2026-11-21T05:00:00Z',
    'compare-start': '2026-11-19T01:00:00Z',
  },
};

/** The chart alone. */
export const WithoutPages: Story = { args: { 'page-limit': 0 } };

/** The same as a table. */
export const Table: Story = { args: { view: 'table' } };

/** At the width of a phone. */
export const Narrow: Story = { args: { width: 328 } };

/** A profile that has no live data. */
export const NotAvailable: Story = { args: { profile: 'alipay' }, play: says('Not offered by this data source') };

/** Nobody came. */
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

/** No network. */
export const Offline: Story = { args: { scenario: 'offline' } };

/** Page paths of 200 characters. */
export const LongNames: Story = { args: { scenario: 'long-names', span: '24_hours' } };

/** In the dark. */
export const Dark: Story = { globals: { scheme: 'dark' } };

/** In Arabic, time runs from right to left. */
export const Arabic: Story = { globals: { direction: 'rtl', locale: 'ar' } };

/** In Chinese. */
export const Chinese: Story = { globals: { locale: 'zh-CN' } };

/** In the second theme. */
export const Instrument: Story = { globals: { theme: 'instrument' } };
