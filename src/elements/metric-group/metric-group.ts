import { define } from '../base/define.js';
import { MaMetricGroup } from './metric-group.element.js';

define('metric-group', MaMetricGroup);

declare global {
  interface HTMLElementTagNameMap {
    'ma-metric-group': MaMetricGroup;
  }
}
