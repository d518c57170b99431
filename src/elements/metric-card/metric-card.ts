import { define } from '../base/define.js';
import { MaMetricCard } from './metric-card.element.js';

export { MaMetricCard };

define('metric-card', MaMetricCard);

declare global {
  interface HTMLElementTagNameMap {
    'ma-metric-card': MaMetricCard;
  }
}
