import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { SavedFunnelInput } from '#contract/api.js';
import { createDefinitionsClient } from '#client/definitions.js';
import type { MaFunnelBuilder } from '#elements/funnel-builder/funnel-builder.element.js';
import '#elements/funnel-builder/funnel-builder.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  heading?: string;
  funnel?: SavedFunnelInput | undefined;
  noPreview?: boolean;
  /** Width of the room it stands in. */
  width: number;
}

const product = { field: 'page_path', operator: 'in' as const, values: ['pages/product/detail'] };
const toPayment: SavedFunnelInput = {
  name: 'Menu to payment',
  steps: [
    { event: 'launch' },
    { event: 'page_view', filters: [product] },
    { event: 'add_to_cart' },
    { event: 'checkout' },
    { event: 'pay' },
  ],
  window_seconds: 86_400,
  group_by: [],
};

const meta: Meta<Args> = {
  title: 'Elements/Funnel builder',
  component: 'ma-funnel-builder',
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
  },
  args: { scenario: 'normal', funnel: toPayment, width: 1200 },
  // What one story leaves behind is not for the next.
  beforeEach: () => sessionStorage.clear(),
  render: ({ width, ...args }) => html`
    <div style="inline-size: ${width}px; max-inline-size: 100%">
      <ma-funnel-builder
        app="lantern-tea"
        heading=${ifDefined(args.heading)}
        ?no-preview=${args.noPreview}
        .funnel=${args.funnel}
        .client=${clientOf(args.scenario)}
        .now=${now}
      ></ma-funnel-builder>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const builderIn = (canvas: HTMLElement): MaFunnelBuilder => canvas.querySelector<MaFunnelBuilder>('ma-funnel-builder')!;
const inside = (canvas: HTMLElement, selector: string): HTMLElement | null =>
  builderIn(canvas).shadowRoot!.querySelector<HTMLElement>(selector);
/** Waits until something stands in the builder; the first story of a scenario makes its people first. */
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
const filled = shows('.preview ol.steps');

/** Five steps with a filter and a window, and their preview. */
export const Default: Story = filled;

/** Nothing filled in yet. */
export const New: Story = { args: { funnel: { ...toPayment, name: '', steps: [] } }, ...shows('.said-instead .quiet') };

/** A saved funnel, opened from the list. */
export const Saved: Story = {
  args: { funnel: undefined },
  play: async ({ canvasElement }) => {
    const { funnels } = createDefinitionsClient(clientOf('normal'));
    const { funnels: known } = await funnels.list('lantern-tea');
    const id = known[0]?.id ?? (await funnels.create('lantern-tea', toPayment)).body.id;
    builderIn(canvasElement).funnelId = id;
    await seen(canvasElement, '.delete');
    await seen(canvasElement, '.preview ol.steps');
  },
};

/** Everything that is wrong, beside its field and together. */
export const Faults: Story = {
  args: { funnel: { name: 'a'.repeat(65), steps: [{ event: 'launch' }, { event: 'pay' }], window_seconds: 60 } },
  play: async ({ canvasElement }) => {
    (await seen(canvasElement, '.add-step')).click();
    (await seen(canvasElement, '.save')).click();
    await seen(canvasElement, '.fault-summary li:nth-child(2)');
  },
};

/** Steps put in order with the keyboard alone. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '.preview ol.steps');
    (await seen(canvasElement, '#step-grip-1')).focus();
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(inside(canvasElement, '.draft-step .face bdi')?.textContent).toBe('page_view'));
    await waitFor(() => expect(inside(canvasElement, '.dimmed')).toBeNull());
  },
};

/** Groups side by side in the preview. */
export const Groups: Story = { args: { funnel: { ...toPayment, group_by: ['os_name'] } }, ...shows('.legend') };

/** The form alone. */
export const WithoutPreview: Story = { args: { noPreview: true, width: 560 }, ...shows('.draft-step:nth-child(5)') };

/** Form over preview. */
export const Narrow: Story = { args: { width: 360 }, ...filled };

/** The least room there is. */
export const Narrowest: Story = { args: { width: 280 }, ...filled };

/** The reader may neither see nor save funnels. */
export const Forbidden: Story = { args: { scenario: 'forbidden' }, ...shows('.preview .message') };

/** The preview and the saved funnels fail; the form still works. */
export const Failed: Story = { args: { scenario: 'error' }, ...shows('.preview .message') };

/** No network. */
export const Offline: Story = { args: { scenario: 'offline' }, ...shows('.preview .message') };

/** The preview is on its way. */
export const Loading: Story = { args: { scenario: 'slow' }, ...shows('.preview .bones') };

/** Nobody took the first step. */
export const Empty: Story = { args: { scenario: 'empty' }, ...shows('.preview .message') };

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
