import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { RequestError } from '#client/request-error.js';
import { funnelReport } from '../../charts/sample-funnel.js';
import { funnelClient } from './funnel-back-end.js';
import { seen, part } from '../base/shown.js';
import { until } from '../base/until.js';
import { isAccessible } from '../base/accessible.js';
import { now, steps, all, texts, chartOf, failing, action } from './stage.js';

describe('a file and an explanation of a funnel', () => {
  it('hold what was counted over, filters and window, unrounded', async () => {
    const filters = [{ field: 'os_name', operator: 'in' as const, values: ['=iOS'] }];
    const element = await chartOf(funnelClient().client, {
      ...{ steps: [{ event: 'launch', filters }, ...steps.slice(1)], window: 60, compare: ['previous_period'] },
    });
    const files: Blob[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      files.push(blob);
      return createObjectURL.call(URL, blob);
    };
    try {
      await element.download();
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    const text = await files[0]!.text();
    for (const line of [
      'Range,2026-11-15,2026-11-21',
      'Time zone,Asia/Shanghai',
      'Definition profile,standard',
      'Compared with,2026-11-08,2026-11-14',
      '"Window, seconds",60',
      '3,add_to_cart,300,0.3,0.375,500,20,80,200,0.4,0.5',
    ]) {
      expect(text).to.include(line);
    }
    expect(text).to.match(/Step 1,.*= =iOS/);
  });

  it('explain the share that comes through as a quotient', async () => {
    const element = await chartOf(funnelClient().client);
    action(element, 'How it is counted').click();
    await until(() => all(element, '.explanation .sum').length === 1);
    const said = texts(element, '.explanation')[0]!;
    expect(said).to.include('Conversion to step 5');
    expect(said).to.match(/Users at step 5, pay 216 ÷ Users at step 1, launch 1,000 = Conversion to step 5 21.60%/);
  });
});

describe('the states of a funnel', () => {
  it('keep their place while the first answer is on its way', async () => {
    fixtureCleanup();
    const { client } = funnelClient({ funnel: () => new Promise<never>(() => undefined) });
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('ma-funnel-chart');
    Object.assign(element, { app: 'lantern-tea', steps, client, now });
    box.append(element);
    await until(() => all(element, '.bones .step').length === 5);
    expect(part(element, '.frame').getAttribute('aria-busy')).to.equal('true');
  });

  for (const [what, changes, client, text] of [
    ['without steps', { steps: undefined }, funnelClient().client, 'No funnel is chosen'],
    ['without an app', { app: undefined }, funnelClient().client, 'No app is chosen.'],
    ['without users', {}, funnelClient({ funnel: () => funnelReport({ launch: 0, pay: 0 }) }).client, 'Nobody took'],
    ['forbidden', {}, failing(new RequestError('forbidden', 'No', { status: 403 })), 'You may not see funnels'],
    ['not offered', {}, failing(new RequestError('not_available', 'No')), 'Not offered by this data source'],
    ['offline', {}, failing(new RequestError('offline', 'No')), 'You are offline'],
    ['failed', {}, failing(new RequestError('http', 'No', { status: 500 })), 'Could not load'],
  ] as const) {
    it(`say so: ${what}`, async () => {
      const element = await chartOf(client, changes);
      await until(() => seen(element).includes(text), `“${text}” is never seen`);
    });
  }

  for (const [what, changes] of [
    ['columns', {}],
    ['rows', { layout: 'rows' }],
    ['the table', { view: 'table' }],
    ['a chosen step', { step: 2 }],
    ['Arabic', { locale: 'ar', compare: ['previous_period'] }],
  ] as const) {
    it(`are accessible: ${what}`, async () => {
      const element = await chartOf(funnelClient().client, changes);
      await until(() => all(element, '.steps .step, tbody tr').length >= 5 && all(element, '.bone').length === 0);
      await isAccessible(element);
    });
  }
});
