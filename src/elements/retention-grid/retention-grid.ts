import { define } from '../base/define.js';
import { MaRetentionGrid } from './retention-grid.element.js';

define('retention-grid', MaRetentionGrid);

declare global {
  interface HTMLElementTagNameMap {
    'ma-retention-grid': MaRetentionGrid;
  }
}
