import { define } from '../base/define.js';
import { MaTrendChart } from './trend-chart.element.js';

export { MaTrendChart };

define('trend-chart', MaTrendChart);

declare global {
  interface HTMLElementTagNameMap {
    'ma-trend-chart': MaTrendChart;
  }
}
