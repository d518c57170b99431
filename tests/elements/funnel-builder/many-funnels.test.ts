import { expect, fixture, html } from '@open-wc/testing';
import type { MaFunnelBuilder } from '#elements/funnel-builder/funnel-builder.element.js';
import '#elements/funnel-builder/funnel-builder.js';
import { part } from '../base/shown.js';
import { until } from '../base/until.js';
import { app, builderBackEnd, now, toPayment } from './builder-back-end.js';

it('fifty saved funnels are found by a part of their name and opened', async () => {
  sessionStorage.clear();
  const back = await builderBackEnd();
  for (let number = 1; number <= 50; number++)
    await back.definitions.funnels.create(app, { ...toPayment, name: `Funnel ${number}` });
  const element = await fixture<MaFunnelBuilder>(html`<ma-funnel-builder app=${app} lang="en"></ma-funnel-builder>`);
  Object.assign(element, { client: back.client, now, range: 'last_7_days' });
  await until(() => element.shadowRoot!.querySelector('[data-pick=saved]'), 'The funnels are never listed');
  const options = (): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')];
  part(element, '[data-pick=saved]').click();
  await until(() => options().length === 50, 'Not all are offered');
  const search = part(element, '[popover] .find input') as HTMLInputElement;
  search.value = 'funnel 4';
  search.dispatchEvent(new Event('input'));
  await until(() => options().length === 11, 'It is not narrowed');
  options()
    .find(({ innerText }) => innerText.trim() === 'Funnel 42')!
    .click();
  await until(() => (part(element, '#name') as HTMLInputElement).value === 'Funnel 42', 'It is never opened');
  expect(element.isUnsaved).to.equal(false);
});
