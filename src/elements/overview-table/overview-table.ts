import { define } from '../base/define.js';
import { MaOverviewTable } from './overview-table.element.js';

define('overview-table', MaOverviewTable);

declare global {
  interface HTMLElementTagNameMap {
    'ma-overview-table': MaOverviewTable;
  }
}
