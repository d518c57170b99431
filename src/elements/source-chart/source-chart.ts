import { define } from '../base/define.js';
import { MaSourceChart } from './source-chart.element.js';

define('source-chart', MaSourceChart);

declare global {
  interface HTMLElementTagNameMap {
    'ma-source-chart': MaSourceChart;
  }
}
