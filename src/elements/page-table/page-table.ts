import { define } from '../base/define.js';
import { MaPageTable } from './page-table.element.js';

define('page-table', MaPageTable);

declare global {
  interface HTMLElementTagNameMap {
    'ma-page-table': MaPageTable;
  }
}
