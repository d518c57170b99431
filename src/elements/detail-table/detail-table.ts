import { define } from '../base/define.js';
import { MaDetailTable } from './detail-table.element.js';

define('detail-table', MaDetailTable);

declare global {
  interface HTMLElementTagNameMap {
    'ma-detail-table': MaDetailTable;
  }
}
