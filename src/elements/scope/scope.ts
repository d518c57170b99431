import { define } from '../base/define.js';
import { MaScope } from './scope.element.js';

export { MaScope };

define('scope', MaScope);

declare global {
  interface HTMLElementTagNameMap {
    'ma-scope': MaScope;
  }
}
