import { fixture, html } from '@open-wc/testing';
import type { Client } from '#client/client.js';
import '#elements/metric-card/metric-card.js';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import { now } from '../base/answers.js';

export async function card(client: Client, more: Partial<MaMetricCard> = {}): Promise<MaMetricCard> {
  const element = await fixture<MaMetricCard>(html`<ma-metric-card app="lantern-tea" metric="opens"></ma-metric-card>`);
  Object.assign(element, { client, now, ...more });
  await element.updateComplete;
  return element;
}
