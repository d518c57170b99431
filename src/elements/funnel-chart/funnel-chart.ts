import { define } from '../base/define.js';
import { MaFunnelChart } from './funnel-chart.element.js';

define('funnel-chart', MaFunnelChart);

declare global {
  interface HTMLElementTagNameMap {
    'ma-funnel-chart': MaFunnelChart;
  }
}
