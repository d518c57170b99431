import { define } from '../base/define.js';
import { MaSourceTrend } from './source-trend.element.js';

export { MaSourceTrend };

define('source-trend', MaSourceTrend);

declare global {
  interface HTMLElementTagNameMap {
    'ma-source-trend': MaSourceTrend;
  }
}
