import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { EventDefinitionList } from '#contract/api.js';
import '#elements/event-list/event-list.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  data?: EventDefinitionList;
  locale?: string;
  dir?: string;
  scheme?: string;
  /** Width of the room it stands in. */
  width?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Event list',
  component: 'ma-event-list',
  argTypes: {
    scenario: scenarioControl,
    width: { control: { type: 'range', min: 280, max: 1400, step: 20 }, table: { category: 'story' } },
    data: { control: false },
  },
  args: { scenario: 'normal' },
  render: ({ width, scenario, data, locale = 'en', dir = 'ltr', scheme = 'light' }) => html`
    <div style="${width ? `inline-size: ${width}px;` : ''} color-scheme: ${scheme}">
      <ma-event-list
        app="lantern-tea"
        locale=${locale}
        dir=${dir}
        scheme=${scheme}
        timezone="Asia/Shanghai"
        .client=${clientOf(scenario)}
        .data=${data}
        .now=${now}
      ></ma-event-list>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const shown = (canvas: HTMLElement): string =>
  canvas.querySelector('ma-event-list')!.shadowRoot!.textContent.replace(/\s+/g, ' ');
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

const states = ['published', 'testing', 'draft'] as const;
const names = ['View menu', 'Open product', 'Add to cart', 'Start checkout', 'Pick store', 'Scan loyalty card'];
const list = {
  definitions: names.map((display_name, index) => {
    const state = states[index % 3]!;
    const own = {
      ...structuredClone(configuration),
      name: display_name.toLowerCase().replaceAll(' ', '_'),
      display_name,
    };
    return {
      ...own,
      id: `0b7b9a52-${index}`,
      state,
      fields: [{ field: 'price', type: 'number', seen: true }],
      checked: true,
      created_at: '2026-10-02T03:12:00Z',
      updated_at: '2026-11-18T09:40:00Z',
      updated_by: ['Yun Li', 'Omar Haddad'][index % 2],
      published_at: state === 'draft' ? null : '2026-11-02T03:12:00Z',
      published: state === 'draft' ? null : { ...own, template: state === 'testing' ? 'share' : 'blank' },
    };
  }),
  observed: [{ name: 'open_coupon', count: 1204 }],
  row_count: 6,
} as unknown as EventDefinitionList;

/** Nothing is defined yet; what comes in without a definition stands below. */
export const Default: Story = says('without a definition');

export const Given: Story = { args: { data: list }, ...says('Scan loyalty card') };

export const Slow: Story = { args: { scenario: 'slow' } };

export const Failed: Story = { args: { scenario: 'error' }, ...says('Could not load') };

export const Forbidden: Story = { args: { scenario: 'forbidden' }, ...says('events.read') };

export const Dark: Story = { args: { scheme: 'dark', data: list }, ...says('Published') };

export const RightToLeft: Story = { args: { locale: 'ar', dir: 'rtl', data: list }, ...says('منشور') };

export const Chinese: Story = { args: { locale: 'zh-CN', data: list }, ...says('已发布') };

export const Narrow: Story = { args: { width: 320, data: list }, ...says('Scan loyalty card') };
