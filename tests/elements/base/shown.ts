import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';

export { one as part } from './parts.js';

/** What a reader sees of a widget: its text without what is hidden from the eye or stands in an attribute. */
export function seen(element: Element): string {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Element && (node.matches('.hidden-text, style') || getComputedStyle(node).display === 'none'))
      return;
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
    node.childNodes.forEach(walk);
  };
  walk(element.shadowRoot!);
  // engines write a range with or without spaces around its dash
  return texts.join(' ').replace(/\s+/g, ' ').replace(/ ?– ?/g, ' – ').trim();
}

/** Waits until a widget shows a text. */
export async function untilSeen(element: LitElement, text: string | RegExp): Promise<void> {
  await waitUntil(
    () => (typeof text === 'string' ? seen(element).includes(text) : text.test(seen(element))),
    `“${String(text)}” is never seen`,
    { interval: 10, timeout: 3000 },
  );
}
