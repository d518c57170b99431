import { define } from '../base/define.js';
import { MaLiveChart } from './live-chart.element.js';

export { MaLiveChart };

define('live-chart', MaLiveChart);

declare global {
  interface HTMLElementTagNameMap {
    'ma-live-chart': MaLiveChart;
  }
}
