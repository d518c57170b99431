import type { CSSResult } from 'lit';

/** Adds a look to a shadow root once. Adopted sheets need no permission of a strict page. */
export function adopt(root: ShadowRoot | null, { styleSheet }: CSSResult): void {
  if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}
