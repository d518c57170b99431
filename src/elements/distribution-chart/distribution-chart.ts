import { define } from '../base/define.js';
import { MaDistributionChart } from './distribution-chart.element.js';

define('distribution-chart', MaDistributionChart);

declare global {
  interface HTMLElementTagNameMap {
    'ma-distribution-chart': MaDistributionChart;
  }
}
