import { define } from '../base/define.js';
import { MaFilterBar } from './filter-bar.element.js';

define('filter-bar', MaFilterBar);

declare global {
  interface HTMLElementTagNameMap {
    'ma-filter-bar': MaFilterBar;
  }
}
