import { expect } from '@open-wc/testing';

/** Fails where axe finds a fault, once nothing fades in or out any more: words that are half there have no contrast. */
export async function isAccessible(element: Element): Promise<void> {
  const moving = element.shadowRoot?.getAnimations() ?? element.getAnimations({ subtree: true });
  const ending = moving.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
  await expect(element).to.be.accessible();
}
