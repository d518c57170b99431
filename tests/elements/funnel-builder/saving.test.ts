import { expect } from '@open-wc/testing';
import { app, builderBackEnd, toPayment } from './builder-back-end.js';
import { seen } from '../base/shown.js';
import { until } from '../base/until.js';
import { all, texts, builderOf, editing, field, type, button, pick, events, listed } from './stage.js';

beforeEach(() => sessionStorage.clear());

describe('saving a funnel', () => {
  it('says everything that is wrong, beside the fields and together, and goes to the first fault', async () => {
    const back = await builderBackEnd();
    const element = await builderOf(back);
    button(element, 'Save').click();
    await until(() => all(element, '.fault-summary li').length === 3);
    expect(texts(element, '.fault-summary li')).to.deep.equal([
      'Name Give the funnel a name.',
      'Step 1 Choose an event.',
      'Step 2 Choose an event.',
    ]);
    expect(field(element, 'name').getAttribute('aria-invalid')).to.equal('true');
    if (document.hasFocus()) expect(element.shadowRoot!.activeElement?.id).to.equal('name');
    expect(back.asked.some((one) => one.startsWith('POST') && one.endsWith('/funnels'))).to.equal(false);
    all(element, '.fault-summary .cure')[1]!.click();
    if (document.hasFocus())
      expect((element.shadowRoot!.activeElement as HTMLElement).dataset['pick']).to.equal('step-0');
  });

  it('says at once that a name is taken or too long', async () => {
    const back = await builderBackEnd();
    await back.definitions.funnels.create(app, toPayment);
    const element = await builderOf(back);
    type(element, 'name', 'To payment');
    await until(() => texts(element, '#name-below')[0] === 'Another funnel has this name.');
    type(element, 'name', 'a'.repeat(65));
    await until(() => texts(element, '#name-below')[0] === 'At most 64 characters.');
  });

  it('shows a refusal of the back end beside its field, and loses nothing', async () => {
    const back = await builderBackEnd();
    const element = await editing(back);
    // somebody else has taken the name since the list was read
    await back.definitions.funnels.create(app, { ...toPayment, name: 'Other' });
    type(element, 'name', 'Other');
    await element.updateComplete;
    button(element, 'Save').click();
    await until(() => texts(element, '#name-below')[0] === 'Another funnel has this name.');
    expect(field(element, 'name').value).to.equal('Other');
  });

  it('loses nothing by a failure, and goes through the next time', async () => {
    const back = await builderBackEnd();
    const element = await editing(back);
    back.intercept = ({ method }) => (method === 'PUT' ? new Response('', { status: 500 }) : undefined);
    type(element, 'name', 'Renamed');
    await element.updateComplete;
    button(element, 'Save').click();
    await until(() => seen(element).includes('It could not be saved. Nothing that you filled in is lost.'));
    expect(field(element, 'name').value).to.equal('Renamed');
    back.intercept = undefined;
    const told: string[] = [];
    element.addEventListener('funnel-save', ({ funnel }) => told.push(funnel.name));
    button(element, 'Save').click();
    await until(() => told.length === 1);
    expect(told).to.deep.equal(['Renamed']);
    expect((await listed(back)).map(({ name }) => name)).to.deep.equal(['Renamed']);
    expect(element.isUnsaved).to.equal(false);
  });

  it('shows both versions where somebody else saved meanwhile, and lets one choose', async () => {
    const back = await builderBackEnd();
    for (const [choice, name, kept] of [
      ['Save yours over it', 'Mine', 'Mine'],
      ['Take theirs', 'Mine too', 'Theirs'],
    ] as const) {
      sessionStorage.clear();
      const element = await editing(back);
      const { id } = (await listed(back))[0]!;
      await back.definitions.funnels.replace(app, id, { ...toPayment, name: 'Theirs' }, '*');
      type(element, 'name', name);
      await element.updateComplete;
      button(element, 'Save').click();
      await until(() => all(element, '.version').length === 2, 'The conflict is never shown');
      expect(texts(element, '.version p:first-of-type')).to.deep.equal([name, 'Theirs']);
      expect(seen(element)).to.include('Mei saved this funnel meanwhile');
      button(element, choice).click();
      await until(() => all(element, '.version').length === 0 && !element.isUnsaved);
      expect(field(element, 'name').value).to.equal(kept);
      expect((await listed(back)).find((one) => one.id === id)?.name).to.equal(kept);
      await back.definitions.funnels.delete(app, id, '*');
    }
  });

  it('can be saved as a new one where somebody else deleted it', async () => {
    const back = await builderBackEnd();
    const element = await editing(back);
    await back.definitions.funnels.delete(app, (await listed(back))[0]!.id, '*');
    type(element, 'name', 'Still here');
    await element.updateComplete;
    button(element, 'Save').click();
    await until(() => seen(element).includes('Somebody has deleted this funnel meanwhile.'));
    button(element, 'Save').click();
    await until(() => !element.isUnsaved);
    expect((await listed(back)).map(({ name }) => name)).to.deep.equal(['Still here']);
  });

  it('copies, and deletes with a way back', async () => {
    const back = await builderBackEnd();
    const element = await editing(back);
    const gone: string[] = [];
    element.addEventListener('funnel-delete', ({ id }) => gone.push(id));
    button(element, 'Copy').click();
    await until(() => field(element, 'name').value === 'To payment, copy');
    button(element, 'Save').click();
    await until(() => texts(element, '[data-pick=saved]')[0]?.endsWith('2 saved funnels'));
    button(element, 'Delete').click();
    await until(() => seen(element).includes('“To payment, copy” is deleted.'));
    expect(gone).to.have.length(1);
    expect((await listed(back)).map(({ name }) => name)).to.deep.equal(['To payment']);
    button(element, 'Undo').click();
    await until(() => field(element, 'name').value === 'To payment, copy');
    await until(() => texts(element, '[data-pick=saved]')[0]?.endsWith('2 saved funnels'));
    expect(events(element)).to.have.length(5);
  });
});

describe('a draft of a funnel on the page', () => {
  it('survives a reload, and is forgotten once it is saved', async () => {
    const back = await builderBackEnd();
    const before = await editing(back);
    type(before, 'name', 'Half done');
    await before.updateComplete;
    const after = await builderOf(back);
    await until(() => field(after, 'name').value === 'Half done');
    expect(events(after)).to.have.length(5);
    button(after, 'Save').click();
    await until(() => !after.isUnsaved);
    expect((await listed(back)).map(({ name }) => name)).to.deep.equal(['Half done']);
    expect(sessionStorage.length).to.equal(0);
  });

  it('is not left for another funnel without being asked', async () => {
    const back = await builderBackEnd();
    await back.definitions.funnels.create(app, { ...toPayment, name: 'Other' });
    const element = await editing(back);
    type(element, 'name', 'Changed');
    await element.updateComplete;
    button(element, 'New funnel').click();
    await until(() => all(element, 'dialog[open]').length === 1);
    button(element, 'Keep editing').click();
    await until(() => all(element, 'dialog').length === 0);
    expect(field(element, 'name').value).to.equal('Changed');
    button(element, 'Discard changes').click();
    await until(() => field(element, 'name').value === 'To payment');
    await pick(element, 'saved', 'Other');
    await until(() => field(element, 'name').value === 'Other');
  });

  it('of one app is not shown for another', async () => {
    const back = await builderBackEnd();
    const element = await builderOf(back);
    type(element, 'name', 'Tea');
    await element.updateComplete;
    element.app = 'puzzle';
    await until(() => field(element, 'name').value === '');
    element.app = app;
    await until(() => field(element, 'name').value === 'Tea');
  });
});
