import { define } from '../base/define.js';
import { MaEventAnalysis } from './event-analysis.element.js';

export { MaEventAnalysis };

define('event-analysis', MaEventAnalysis);

declare global {
  interface HTMLElementTagNameMap {
    'ma-event-analysis': MaEventAnalysis;
  }
}
