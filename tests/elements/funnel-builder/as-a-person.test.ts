import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { app, builderBackEnd, type BuilderBackEnd, now, toPayment } from './builder-back-end.js';
import { part } from '../base/shown.js';
import { until } from '../base/until.js';
import { all, texts, builderOf, field, type, button, pick, events, listed } from './stage.js';

beforeEach(() => sessionStorage.clear());

describe('making a funnel as a person would', () => {
  /** What the builder has saved is what the engine counts, in the chart too, and against the week before. */
  async function compare(back: BuilderBackEnd, id: string): Promise<void> {
    const { body } = await back.definitions.funnels.get(app, id);
    const asked = { steps: body.steps, window_seconds: body.window_seconds! };
    const [week, weekBefore] = await Promise.all([
      back.client.funnel(`apps/${app}`, { range: 'last_7_days', ...asked }),
      back.client.funnel(`apps/${app}`, { start: '2026-11-08', end: '2026-11-14', ...asked }),
    ]);
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const chart = document.createElement('ma-funnel-chart');
    Object.assign(chart, { app, locale: 'en', client: back.client, now, range: 'last_7_days' });
    Object.assign(chart, { funnelId: id, compare: ['previous_period'], view: 'table' });
    box.append(chart);
    await until(() => all(chart, 'tbody tr').length === 5, 'The chart never counts');
    const cells = (column: number): string[] =>
      all(chart, 'tbody tr').map((row) => (row.children[column] as HTMLElement).innerText.trim());
    expect(cells(1)).to.deep.equal(week.steps.map(({ users }) => String(users)));
    expect(cells(7)).to.deep.equal(weekBefore.steps.map(({ users }) => String(users)));
    expect(week.steps[0]!.users).to.be.greaterThan(week.steps[4]!.users!);
    expect(week.steps.map(({ users }) => users)).not.to.deep.equal(weekBefore.steps.map(({ users }) => users));
    const files: Blob[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      files.push(blob);
      return createObjectURL.call(URL, blob);
    };
    await chart.download().finally(() => (URL.createObjectURL = createObjectURL));
    const csv = await files[0]!.text();
    expect(csv).to.include('Compared with,2026-11-08,2026-11-14');
    const pay = week.steps[4]!;
    expect(csv).to.include(`5,pay,${pay.users},${pay.conversion_rate}`);
  }

  it('with the mouse: five steps, a filter, a window, saved, found again, compared, downloaded', async () => {
    const back = await builderBackEnd();
    const element = await builderOf(back);
    type(element, 'name', 'Shop');
    const names = toPayment.steps.map(({ event }) => event);
    for (const [index, name] of names.entries()) {
      if (index >= 2) button(element, 'Add step').click();
      await element.updateComplete;
      await pick(element, `step-${index}`, name);
      await until(() => events(element)[index] === name);
    }
    part(element, '[data-pick="filter-0-add"]').click();
    await until(() => all(element, '.editor select').length > 0);
    const choose = async (nth: number, value: string): Promise<void> => {
      const select = all(element, '.editor select')[nth] as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    };
    await choose(0, 'os_name');
    await until(() => texts(element, '.editor [role=option]').some((one) => one.startsWith('Android')));
    all(element, '.editor [role=option]')
      .find(({ innerText }) => innerText.startsWith('Android'))!
      .click();
    await element.updateComplete;
    part(element, '.editor .apply').click();
    await until(() => texts(element, '.draft-step .chip').some((one) => one.includes('Android')));
    type(element, 'window', '12');
    type(element, 'window-unit', 'hour');
    await element.updateComplete;
    button(element, 'Save').click();
    await until(() => !element.isUnsaved, 'It is never saved');
    part(element, '[data-pick=saved]').click();
    await until(() => texts(element, '[role=option]')[0] === 'Shop');
    const { id, steps, window_seconds: seconds } = (await listed(back))[0]!;
    expect(seconds).to.equal(43_200);
    expect(steps[0]).to.deep.equal({
      event: 'launch',
      filters: [{ field: 'os_name', operator: 'in', values: ['Android'] }],
    });
    await compare(back, id);
  });

  it('with the keyboard alone', async () => {
    const back = await builderBackEnd();
    const element = await builderOf(back);
    const active = (): HTMLElement | null => element.shadowRoot!.activeElement as HTMLElement | null;
    const to = async (isThere: (at: HTMLElement) => boolean, what: string): Promise<void> => {
      // past the end of the page the focus is nowhere for one stop
      for (let at = active(), count = 0; !at || !isThere(at); at = active(), count++) {
        if (count > 60) throw new Error(`The Tab key never comes to ${what}`);
        await sendKeys({ press: 'Tab' });
      }
    };
    field(element, 'name').focus();
    await sendKeys({ type: 'Keys' });
    const names = toPayment.steps.map(({ event }) => event);
    for (const [index, name] of names.entries()) {
      if (index >= 2) {
        await to((at) => at.matches('.add-step'), 'Add step');
        await sendKeys({ press: ' ' });
        await until(() => element.shadowRoot?.querySelector(`[data-pick=step-${index}]`), 'No step is added');
        field(element, 'name').focus();
      }
      await to((at) => at.dataset['pick'] === `step-${index}`, `step ${index + 1}`);
      await sendKeys({ press: 'ArrowDown' });
      await until(
        () => texts(element, '[role=option]').some((one) => one.startsWith(name)),
        `${name} is never offered`,
      );
      const place = texts(element, '[role=option]').findIndex((one) => one.startsWith(name));
      for (let count = 0; count < place; count++) await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await until(() => events(element)[index] === name);
    }
    await to((at) => at.id === 'window-unit', 'the unit of the window');
    await sendKeys({ press: 'Escape' });
    type(element, 'window-unit', 'hour'); // how a native list opens differs from engine to engine
    await element.updateComplete;
    field(element, 'step-grip-0').focus();
    await to((at) => at.matches('.save'), 'Save');
    await sendKeys({ press: ' ' });
    await until(() => !element.isUnsaved, 'It is never saved');
    const { id, window_seconds: seconds } = (await listed(back))[0]!;
    expect(seconds).to.equal(3600);
    await compare(back, id);
  });
});
