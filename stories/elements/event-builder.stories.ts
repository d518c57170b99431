import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { EventDefinition } from '#contract/api.js';
import '#elements/event-builder/event-builder.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  data?: EventDefinition;
  locale?: string;
  dir?: string;
  scheme?: string;
  /** Width of the room it stands in. */
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Event builder',
  component: 'ma-event-builder',
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    data: { control: false },
  },
  args: { scenario: 'normal' },
  render: ({ width, scenario, data, locale = 'en', dir = 'ltr', scheme = 'light' }) => html`
    <div style="${width ? `inline-size: ${width}px;` : ''} color-scheme: ${scheme}">
      <ma-event-builder
        app="lantern-tea"
        locale=${locale}
        dir=${dir}
        scheme=${scheme}
        timezone="Asia/Shanghai"
        .client=${clientOf(scenario)}
        .data=${data}
        .now=${now}
      ></ma-event-builder>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const shown = (canvas: HTMLElement): string =>
  canvas.querySelector('ma-event-builder')!.shadowRoot!.textContent.replace(/\s+/g, ' ');
/** Waits until something is said; the first story of a scenario makes its people first. */
const says = (text: string): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(shown(canvasElement)).toContain(text), { timeout: 10_000 });
  },
});

const configuration = {
  name: 'add_to_cart',
  display_name: 'Add to cart',
  method: 'manual',
  template: 'blank',
  actions: [
    {
      trigger: 'click',
      report: 'once',
      page: 'pages/product/detail',
      element: '#add',
      data: [
        { field: 'price', type: 'number', from: 'data.price' },
        { field: 'sku', type: 'string', from: 'data.sku' },
      ],
    },
  ],
} as const;

const definition = {
  ...structuredClone(configuration),
  id: '0b7b9a52',
  state: 'published',
  fields: [{ field: 'price', type: 'number', seen: true }],
  checked: true,
  created_at: '2026-11-20T03:12:00Z',
  updated_at: '2026-11-21T03:12:00Z',
  updated_by: 'Mei Chen',
  published_at: '2026-11-21T03:12:00Z',
  published: null,
} as unknown as EventDefinition;

/** A new event, with nothing filled in. */
export const Default: Story = says('Event name');

/** An event that is there, to be read. */
export const Given: Story = { args: { data: definition }, ...says('Published') };

/** The definition has not come yet. */
export const Slow: Story = { args: { scenario: 'slow' } };

export const Forbidden: Story = { args: { scenario: 'forbidden' }, ...says('events.write') };

export const Dark: Story = { args: { scheme: 'dark', data: definition }, ...says('Published') };

/** Arabic, from right to left; names stay from left to right. */
export const RightToLeft: Story = { args: { locale: 'ar', dir: 'rtl', data: definition }, ...says('منشور') };

export const Chinese: Story = { args: { locale: 'zh-CN' }, ...says('事件名称') };

export const Narrow: Story = { args: { width: 320 }, ...says('Event name') };
