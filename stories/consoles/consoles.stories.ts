import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '#elements/filter-bar/filter-bar.js';
import '#elements/metric-group/metric-group.js';
import '#elements/scope/scope.js';
import '#elements/trend-chart/trend-chart.js';
import type { ScenarioName } from '#mocks/index.js';
import { page as analysis } from '../../docs/console/pages/analysis.js';
import { page as events } from '../../docs/console/pages/custom.js';
import { page as funnels } from '../../docs/console/pages/funnels.js';
import { page as live } from '../../docs/console/pages/live.js';
import { page as overview } from '../../docs/console/pages/overview.js';
import { page as sources } from '../../docs/console/pages/sources.js';
import { page as traffic } from '../../docs/console/pages/traffic.js';
import { page as users } from '../../docs/console/pages/users.js';
import { page as visits } from '../../docs/console/pages/visits.js';
import { clientOf, now, scenarioControl } from '../elements/scenario.js';
import './consoles.css';

interface Args {
  scenario: ScenarioName;
  app: string;
  range: string;
}

const meta: Meta<Args> = {
  title: 'Consoles',
  // Whole pages; their elements have stories of their own.
  tags: ['!autodocs'],
  args: { scenario: 'normal', app: 'lantern-tea', range: 'last_30_days' },
  argTypes: {
    scenario: scenarioControl,
    app: { control: 'select', options: ['lantern-tea', 'tile-garden', 'city-pass'] },
    range: { control: 'select', options: ['yesterday', 'last_7_days', 'last_30_days', 'last_90_days'] },
  },
  parameters: { layout: 'fullscreen' },
};

export default meta;
type Story = StoryObj<Args>;

/** A page of a console: a bar that sets the scope, and what stands in it. */
function consolePage(
  widgets: () => TemplateResult,
  isThere = (page: HTMLElement) => /\d/.test(firstFoot(page)),
): Story {
  return {
    render: ({ scenario, app, range }) => html`
      <ma-scope
        app=${app}
        range=${range}
        timezone="Asia/Shanghai"
        .compare=${['previous_period']}
        .client=${clientOf(scenario)}
        .now=${now}
      >
        <div class="console-page">
          <ma-filter-bar></ma-filter-bar>
          ${widgets()}
        </div>
      </ma-scope>
    `,
    play: async ({ canvasElement }) => {
      await waitFor(() => expect(isThere(canvasElement)).toBe(true), { timeout: 10_000 });
    },
  };
}

/** What the foot of the first widget says. */
function firstFoot(page: HTMLElement): string {
  for (const element of page.querySelectorAll('*')) {
    const foot = element.shadowRoot?.querySelector('.foot');
    if (foot) return foot.textContent;
  }
  return '';
}

const nineMetrics =
  'active_users,new_users,opens,visits,avg_opens_per_user,avg_duration_per_user,avg_duration_per_open,avg_visit_depth,shares';

/** Nine metrics over time, the pages that are seen and entered most, and yesterday against day, week and month. */
export const Overview = consolePage(
  () => html`
    <ma-metric-group range="yesterday" metrics=${nineMetrics}><ma-trend-chart></ma-trend-chart></ma-metric-group>
    ${overview()}
  `,
);

/** How an app is used, how visits are spread, who comes back, how pages do. */
export const Traffic = consolePage(traffic);

/** How people come in, and how that changes. */
export const Sources = consolePage(sources);

/** Seven figures, counted as the profile `alipay` has it. */
export const UserAnalysis = consolePage(users);

/** Eight figures in UTC, every half hour, as the profile `tencent_sas` has it. */
export const VisitAnalysis = consolePage(visits);

/** What happens now. */
export const Live = consolePage(live);

/** Custom analysis: events that are defined without a developer. */
export const CustomEvents = consolePage(events);

/** Custom analysis: questions about one event. */
export const CustomAnalysis = consolePage(analysis);

/** Custom analysis: funnels, built and looked at at once. */
export const CustomFunnels = consolePage(funnels, (page) =>
  Boolean(page.querySelector('ma-funnel-builder')?.shadowRoot?.querySelector('.draft-step')),
);
