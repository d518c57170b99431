import { css } from 'lit';

/** Light, dark, or whichever the reader's system prefers. */
export type Scheme = 'light' | 'dark' | 'auto';

/** What `scheme` on a scope or a widget means. Without it a widget follows the `color-scheme` of the page it lives in. */
export const schemes = css`
  :host([scheme='light']) {
    color-scheme: light;
  }
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  :host([scheme='auto']) {
    color-scheme: light dark;
  }
`;
