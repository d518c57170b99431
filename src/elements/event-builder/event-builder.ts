import { define } from '../base/define.js';
import { MaEventBuilder } from './event-builder.element.js';

define('event-builder', MaEventBuilder);

declare global {
  interface HTMLElementTagNameMap {
    'ma-event-builder': MaEventBuilder;
  }
}
