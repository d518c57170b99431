import { css, type CSSResult } from 'lit';
import { derived } from './derived.js';
import { seeds } from './seeds.js';
import { schemes } from './schemes.js';

const conditions = css`
  :host > :lang(zh),
  :host > :lang(ja),
  :host > :lang(ko),
  :host > :lang(ar),
  :host > :lang(fa),
  :host > :lang(th),
  :host > :lang(ta) {
    --ma-size-s: 12px; /* scripts that need more room than 11 */
  }
  :host > :lang(ar),
  :host > :lang(fa) {
    --ma-tracking: 0; /* joined letters are not tracked */
  }
  @media (prefers-reduced-motion: reduce) {
    :host > * {
      --ma-motion: 0ms;
    }
  }
`;

/** The tokens of every widget: seeds on the host, everything else on the children of its shadow root. */
export const tokens: readonly CSSResult[] = [schemes, seeds, derived, conditions];
