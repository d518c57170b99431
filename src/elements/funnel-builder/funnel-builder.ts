import { define } from '../base/define.js';
import { MaFunnelBuilder } from './funnel-builder.element.js';

define('funnel-builder', MaFunnelBuilder);

declare global {
  interface HTMLElementTagNameMap {
    'ma-funnel-builder': MaFunnelBuilder;
  }
}
