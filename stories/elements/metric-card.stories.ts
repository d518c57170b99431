import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '#elements/metric-card/metric-card.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  metric: string;
  range: string;
  compare: string;
  width: number;
  selectable: boolean;
  selected: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Metric card',
  component: 'ma-metric-card',
  args: {
    scenario: 'normal',
    metric: 'opens',
    range: 'yesterday',
    compare: '',
    width: 224,
    selectable: false,
    selected: false,
  },
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 140, max: 480 }, table: { category: 'story' } },
  },
  render: ({ scenario, metric, range, compare, width, selectable, selected }) => html`
    <div style="inline-size: ${width}px">
      <ma-metric-card
        app="lantern-tea"
        metric=${metric}
        range=${range}
        compare=${compare || nothing}
        ?selectable=${selectable}
        ?selected=${selected}
        .client=${clientOf(scenario)}
        .now=${now}
      ></ma-metric-card>
    </div>
  `,
};

export default meta;
type Story = StoryObj<Args>;

/** The text that a card shows. */
const shows = (canvas: HTMLElement): string => canvas.querySelector('ma-metric-card')?.shadowRoot?.textContent ?? '';

const untilShown =
  (text: RegExp): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await waitFor(() => expect(shows(canvasElement)).toMatch(text), { timeout: 5000 });
  };

/** Waits until what has opened is all there: axe would measure the contrast of a text that still fades in. */
async function opened(root: ShadowRoot, selector: string): Promise<void> {
  await waitFor(() => expect(root.querySelector(selector)).not.toBeNull());
  await waitFor(() => expect(root.querySelector(selector)?.matches(':popover-open')).toBe(true));
  await Promise.all(
    root
      .querySelector(selector)!
      .getAnimations()
      .map(({ finished }) => finished),
  );
}

export const Default: Story = { play: untilShown(/\d/) };

/** A duration has its units set smaller. */
export const Duration: Story = { args: { metric: 'avg_duration_per_user' } };

/** `exit_rate` going up is bad. */
export const Rate: Story = { args: { metric: 'exit_rate' } };

export const Money: Story = { args: { metric: 'payment_amount' } };

/** The chosen card of a group. */
export const Selected: Story = { args: { selectable: true, selected: true } };

/** 140 px is the least: numbers are compact, actions fold into a menu. */
export const Narrow: Story = { args: { width: 140 } };

/** The day is still running: its history is dashed to a hollow point. */
export const Today: Story = { args: { range: 'today' } };

export const OneComparison: Story = { args: { range: 'last_7_days', compare: 'previous_period' } };

/** How the number came about, from the catalogue, the base metrics and `meta`. */
export const Explained: Story = {
  args: { metric: 'avg_duration_per_open' },
  play: async (context) => {
    await untilShown(/\d/)(context);
    const root = context.canvasElement.querySelector('ma-metric-card')!.shadowRoot!;
    await waitFor(() => expect(root.querySelector('.about-button')).not.toBeNull());
    await userEvent.click(root.querySelector('.about-button')!);
    await opened(root, '[role=dialog]');
    await waitFor(() => expect(root.querySelector('[role=dialog]')?.textContent).toMatch(/÷/));
  },
};

/** The actions of a narrow widget. */
export const Menu: Story = {
  play: async (context) => {
    await untilShown(/\d/)(context);
    const root = context.canvasElement.querySelector('ma-metric-card')!.shadowRoot!;
    await userEvent.click(root.querySelector('.more')!);
    await opened(root, '[role=menu]');
    await expect(root.querySelectorAll('[role=menuitem]')).toHaveLength(3);
  },
};

export const Slow: Story = { args: { scenario: 'slow' } };
export const Empty: Story = { args: { scenario: 'empty' }, play: untilShown(/0|–/) };
export const Error: Story = { args: { scenario: 'error' }, play: untilShown(/Could not load/) };
export const Forbidden: Story = { args: { scenario: 'forbidden' }, play: untilShown(/You may not see this/) };
export const RateLimited: Story = { args: { scenario: 'rate-limited' }, play: untilShown(/Tries again in/) };
export const Malformed: Story = { args: { scenario: 'malformed' }, play: untilShown(/could not be read/) };
export const Offline: Story = { args: { scenario: 'offline' }, play: untilShown(/could not be reached|offline/) };
export const Stale: Story = { args: { scenario: 'stale' }, play: untilShown(/late/) };
export const HugeNumbers: Story = { args: { scenario: 'huge-numbers' } };
export const LongNames: Story = { args: { scenario: 'long-names' } };

export const Dark: Story = { globals: { scheme: 'dark' } };
export const Instrument: Story = { globals: { theme: 'instrument' } };
export const Arabic: Story = { globals: { locale: 'ar', direction: 'rtl' }, args: { metric: 'avg_duration_per_open' } };
export const Chinese: Story = { globals: { locale: 'zh-CN' } };

const row = ['active_users', 'new_users', 'opens', 'visits', 'avg_duration_per_open', 'bounce_rate'];

/** Cards in one sheet: `bare` leaves frame and foot to the sheet. */
export const InARow: Story = {
  render: ({ scenario }) => html`
    <div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 1px">
      ${row.map(
        (metric) =>
          html`<ma-metric-card
            bare
            app="lantern-tea"
            metric=${metric}
            ?selected=${metric === 'opens'}
            .client=${clientOf(scenario)}
            .now=${now}
          ></ma-metric-card>`,
      )}
    </div>
  `,
};
