import { nextFrame } from '@open-wc/testing';
import type { LitElement } from 'lit';

/** The shadow root of a widget. */
export const root = (element: Element): ShadowRoot => element.shadowRoot!;

/** Everything of a widget's own that matches. */
export const all = (element: Element, selector: string): HTMLElement[] => [
  ...root(element).querySelectorAll<HTMLElement>(selector),
];

/** The first of a widget's own that matches. */
export function one(element: Element, selector: string): HTMLElement {
  const found = root(element).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector} in ${element.localName}`);
  return found;
}

/** Updates a widget until it is so, at most for some frames. */
export async function until(element: LitElement, isSo: () => boolean): Promise<void> {
  for (let frames = 0; !isSo(); frames++) {
    if (frames > 300) throw new Error(`Never came to be: ${String(isSo)}`);
    await element.updateComplete;
    await nextFrame();
  }
}
