import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RequestError } from '#client/request-error.js';
import { funnelClient, nextReport } from './funnel-back-end.js';
import { seen, part } from '../base/shown.js';
import { until } from '../base/until.js';
import { steps, all, texts, chartOf, choose } from './stage.js';

describe('choosing a step of a funnel', () => {
  it('tells the host, and lists what those did instead who left after it', async () => {
    const { client, askedNext } = funnelClient();
    const element = await chartOf(client, { window: 60, groupBy: ['city'] });
    const told: (number | string | null)[] = [];
    element.addEventListener('funnel-step-select', ({ step, event }) => told.push(step, event));
    part(element, '.step:nth-child(2) .picture').click();
    await until(() => all(element, '.next tbody tr').length === 3 && !element.shadowRoot!.querySelector('.next .bone'));
    expect(told).to.deep.equal([2, 'page_view']);
    expect(askedNext).to.deep.equal([
      {
        ...{ range: 'last_7_days', window_seconds: 60, step: 2, limit: 8 },
        steps: steps.map(({ event }) => ({ event })),
      },
    ]);
    expect(texts(element, '.next tbody tr')).to.deep.equal([
      'search 300 60.0% 120',
      'page_view 200 40.0% 90',
      'Nothing more in the range 50 10.0%',
    ]);
    expect(seen(element)).to.include('500 users left after step 2, page_view');
    expect(seen(element)).to.include('1 further event');
    expect(choose(element, 2).getAttribute('aria-expanded')).to.equal('true');
    part(element, '.next .close').click();
    await element.updateComplete;
    expect(all(element, '.next')).to.have.length(0);
    expect(told).to.deep.equal([2, 'page_view', null, null]);
  });

  it('says of the last step what those did who came through', async () => {
    const { client } = funnelClient({ next: () => nextReport({ step: 5, users: 216, row_count: 2 }) });
    const element = await chartOf(client, { step: 5 });
    await until(() => seen(element).includes('What they did afterwards'));
    await until(() => seen(element).includes('216 users came through'));
  });

  it('says that nobody left, or that it could not be had and lets one ask again', async () => {
    const nobody = funnelClient({ next: () => nextReport({ users: 0, ended: 0, events: [], row_count: 0 }) });
    const quiet = await chartOf(nobody.client, { step: 1 });
    await until(() => seen(quiet).includes('Nobody left after this step.'));
    let isUp = false;
    const { client } = funnelClient({
      next: () => (isUp ? nextReport() : Promise.reject(new RequestError('http', 'No', { status: 500 }))),
    });
    const element = await chartOf(client, { step: 2 });
    await until(() => all(element, '.next [role=alert]').length === 1);
    isUp = true;
    part(element, '.next .button').click();
    await until(() => texts(element, '.next tbody tr')[0] === 'search 300 60.0% 120');
  });

  it('is about the steps on show: another range asks again', async () => {
    const { client, askedNext } = funnelClient();
    const element = await chartOf(client, { step: 2 });
    await until(() => askedNext.length === 1);
    element.range = 'last_30_days';
    await until(() => askedNext.length === 2);
    expect(askedNext[1]!.range).to.equal('last_30_days');
  });
});

describe('a funnel by keyboard', () => {
  const focused = (element: Element): string | undefined =>
    (element.shadowRoot!.activeElement as HTMLElement | null)?.dataset['step'];

  it('is one stop of the Tab key; arrows, Home and End go from step to step', async () => {
    const element = await chartOf(funnelClient().client);
    expect(all(element, '.choose[tabindex="0"]')).to.deep.equal([choose(element, 1)]);
    choose(element, 1).focus();
    for (const [key, step] of [
      ['ArrowRight', '2'],
      ['ArrowDown', '3'],
      ['ArrowLeft', '2'],
      ['End', '5'],
      ['ArrowRight', '5'],
      ['Home', '1'],
    ] as const) {
      await sendKeys({ press: key });
      await until(() => focused(element) === step, `${key} goes to ${step}`);
    }
    expect(element.step).to.equal(undefined);
  });

  it('chooses with Enter, goes on choosing with arrows, and lets go with Escape', async () => {
    const element = await chartOf(funnelClient().client);
    const told: (number | null)[] = [];
    element.addEventListener('funnel-step-select', ({ step }) => told.push(step));
    choose(element, 1).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => element.step === 1);
    await sendKeys({ press: 'ArrowRight' });
    await until(() => focused(element) === '2');
    expect(element.step).to.equal(2);
    await sendKeys({ press: 'Escape' });
    await until(() => element.step === undefined);
    expect(told).to.deep.equal([1, 2, null]);
    expect(focused(element)).to.equal('2');
  });

  it('goes the other way from right to left', async () => {
    const element = await chartOf(funnelClient().client, { locale: 'ar' });
    await until(() => part(element, '.frame').dir === 'rtl' && all(element, '.choose').length === 5);
    choose(element, 1).focus();
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => focused(element) === '2');
  });
});
