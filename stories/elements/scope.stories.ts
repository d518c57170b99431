import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '#elements/metric-card/metric-card.js';
import '#elements/scope/scope.js';
import type { ScenarioName } from '#mocks/index.js';
import { clientOf, now, scenarioControl } from './scenario.js';

interface Args {
  scenario: ScenarioName;
  app: string;
  range: string;
  locale: string;
  timezone: string;
  profile: string;
  os: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Scope',
  component: 'ma-scope',
  args: {
    ...{ scenario: 'normal', app: 'lantern-tea', range: 'last_7_days', locale: 'en' },
    ...{ timezone: 'Asia/Shanghai', profile: 'standard', os: '' },
  },
  argTypes: {
    scenario: scenarioControl,
    range: { control: 'select', options: ['today', 'yesterday', 'last_7_days', 'last_30_days', 'last_90_days'] },
    locale: { control: 'select', options: ['en', 'zh-CN', 'ar'] },
    profile: { control: 'select', options: ['standard', 'weixin', 'alipay', 'tencent_sas'] },
    os: { control: 'select', options: ['', 'iOS', 'Android'] },
  },
  render: ({ scenario, app, range, locale, timezone, profile, os }) => html`
    <ma-scope
      app=${app}
      range=${range}
      locale=${locale}
      timezone=${timezone}
      profile=${profile}
      os=${os}
      .client=${clientOf(scenario)}
      .now=${now}
    >
      <div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 16px">
        <ma-metric-card metric="active_users"></ma-metric-card>
        <ma-metric-card metric="opens"></ma-metric-card>
        <ma-metric-card metric="stay_duration"></ma-metric-card>
      </div>
    </ma-scope>
  `,
};

export default meta;
type Story = StoryObj<Args>;

const cardsShow =
  (text: RegExp): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await waitFor(
      () => {
        for (const card of canvasElement.querySelectorAll('ma-metric-card')) {
          void expect(card.shadowRoot?.querySelector('.foot')?.textContent).toMatch(text);
        }
      },
      { timeout: 5000 },
    );
  };

/** One scope, three widgets: one request. */
export const Default: Story = { play: cardsShow(/Data until/) };

/** Another set of rules for the same events. */
export const WeixinProfile: Story = { args: { profile: 'weixin' }, play: cardsShow(/Data through/) };

export const Filtered: Story = { args: { os: 'iOS' } };
export const Chinese: Story = { args: { locale: 'zh-CN' } };
export const Arabic: Story = { args: { locale: 'ar' } };

/** A theme and a scheme for a part of a page; the inner scope is stronger. */
export const Nested: Story = {
  render: ({ scenario }) => html`
    <ma-scope app="lantern-tea" .client=${clientOf(scenario)} .now=${now}>
      <div style="display: grid; grid-template-columns: 1fr 1fr; gap: 16px">
        <ma-metric-card metric="opens"></ma-metric-card>
        <ma-scope theme="instrument" scheme="dark" app="tile-garden"
          ><ma-metric-card metric="opens"></ma-metric-card
        ></ma-scope>
      </div>
    </ma-scope>
  `,
};
