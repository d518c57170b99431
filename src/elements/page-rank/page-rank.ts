import { define } from '../base/define.js';
import { MaPageRank } from './page-rank.element.js';

define('page-rank', MaPageRank);

declare global {
  interface HTMLElementTagNameMap {
    'ma-page-rank': MaPageRank;
  }
}
