import { define } from '../base/define.js';
import { MaEventList } from './event-list.element.js';

define('event-list', MaEventList);

declare global {
  interface HTMLElementTagNameMap {
    'ma-event-list': MaEventList;
  }
}
