import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement, type TemplateResult } from 'lit';
import { formTexts } from '#i18n/form/section.js';
import { Texts } from '#i18n/texts.js';
import { ConfirmController } from '#elements/base/confirm-controller.js';
import { DraftStore, type DraftStorage } from '#elements/base/draft-store.js';
import { faultSummary, focusField, focusFirstFault } from '#elements/base/form-faults.js';
import { selectField, textField } from '#elements/base/form-field.js';
import { formStyles } from '#elements/base/form.styles.js';
import { frameStyles } from '#elements/base/frame.styles.js';
import { LeavingController } from '#elements/base/leaving-controller.js';
import { moved, placeOfDrop, placeOfKey, ReorderController } from '#elements/base/reorder-controller.js';
import { tokens } from '#theme/tokens.js';
import { part } from './shown.js';
import { until } from './until.js';
import { isAccessible } from './accessible.js';

const texts = new Texts<typeof formTexts.en>('en', [formTexts.en]);

/** A widget that is one small form. */
class Host extends LitElement {
  static override styles = [...tokens, frameStyles, formStyles];
  name = '';
  kind: 'one' | 'two' = 'one';
  fault: string | undefined;
  items = ['tea', 'milk', 'sugar'];
  isUnsaved = false;
  readonly confirms = new ConfirmController(this);
  readonly reorder = new ReorderController(this);

  constructor() {
    super();
    new LeavingController(this, () => this.isUnsaved);
  }

  #set(change: Partial<Host>): void {
    Object.assign(this, change);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const list = {
      name: 'item',
      count: this.items.length,
      move: (from: number, to: number) => this.#set({ items: moved(this.items, from, to) }),
    };
    return html`<div lang="en">
      ${this.fault ? faultSummary([{ id: 'name', name: 'Name', text: this.fault }], texts, (id) => focusField(this.shadowRoot, id)) : ''}
      ${selectField({
        id: 'kind',
        label: 'Kind',
        value: this.kind,
        options: [
          { value: 'one', label: 'One' },
          { value: 'two', label: 'Two' },
        ],
        choose: (kind) => this.#set({ kind }),
      })}
      ${textField({
        id: 'name',
        label: 'Name',
        hint: 'Fixed once saved',
        value: this.name,
        fault: this.fault,
        cure: { label: 'Use tea', run: () => this.#set({ name: 'tea', fault: undefined }) },
        input: (name) => this.#set({ name }),
      })}
      <ol>
        ${this.items.map(
          (item, index) =>
            html`<li data-order="item-${index}" class=${this.reorder.classOf(list, index)}>
              ${this.reorder.grip(list, index, item, texts)}${item}
            </li>`,
        )}
      </ol>
      <p role="status">${this.reorder.said}</p>
      ${this.confirms.render()}
    </div>`;
  }
}
customElements.define('form-host', Host);

const hostOf = async (change: Partial<Host> = {}): Promise<Host> => {
  const host = await fixture<Host>(html`<form-host></form-host>`);
  Object.assign(host, change);
  host.requestUpdate();
  await host.updateComplete;
  return host;
};
const focused = (host: Host): string => host.shadowRoot!.activeElement?.id ?? '';

describe('a field of a form', () => {
  it('has a label, and a hint that describes it', async () => {
    const host = await hostOf();
    const input = part(host, '#name') as HTMLInputElement;
    expect(input.labels?.[0]?.textContent).to.equal('Name');
    expect(input.getAttribute('aria-describedby')).to.equal('name-below');
    expect(part(host, '#name-below').textContent?.trim()).to.equal('Fixed once saved');
    expect(input.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('says what is wrong in place of the hint, and cures it by one click', async () => {
    const host = await hostOf({ name: 'Tea', fault: 'Lowercase letters only.' });
    expect(part(host, '#name').getAttribute('aria-invalid')).to.equal('true');
    expect(part(host, '#name-below').textContent).to.contain('Lowercase letters only.');
    part(host, '#name-below .cure').click();
    await host.updateComplete;
    expect((part(host, '#name') as HTMLInputElement).value).to.equal('tea');
    expect(part(host, '#name-below').textContent?.trim()).to.equal('Fixed once saved');
  });

  it('shows what the form holds, whatever was typed before', async () => {
    const host = await hostOf();
    part(host, '#name').focus();
    await sendKeys({ type: 'milk' });
    expect(host.name).to.equal('milk');
    host.name = '';
    host.requestUpdate();
    await host.updateComplete;
    expect((part(host, '#name') as HTMLInputElement).value).to.equal('');
  });

  it('lets one of a few values be chosen', async () => {
    const host = await hostOf();
    const select = part(host, '#kind') as HTMLSelectElement;
    select.value = 'two';
    select.dispatchEvent(new Event('change'));
    expect(host.kind).to.equal('two');
  });

  it('without a fault passes axe, and with one', async () => {
    const host = await hostOf();
    await isAccessible(host);
    await isAccessible(await hostOf({ fault: 'Wrong.' }));
  });
});

describe('the summary of faults', () => {
  it('counts them, tells them at once, and leads to their fields', async () => {
    const host = await hostOf({ fault: 'Lowercase letters only.' });
    const summary = part(host, '.fault-summary');
    expect(summary.getAttribute('role')).to.equal('alert');
    expect(summary.textContent?.replace(/\s+/g, ' ')).to.contain('1 fault to mend Name Lowercase letters only.');
    part(host, '.fault-summary .cure').click();
    expect(focused(host)).to.equal('name');
  });

  it('comes with the focus on the first fault', async () => {
    const host = await hostOf({ fault: 'Wrong.' });
    expect(focusFirstFault(host.shadowRoot)).to.equal(true);
    expect(focused(host)).to.equal('name');
    expect(focusFirstFault((await hostOf()).shadowRoot)).to.equal(false);
  });
});

describe('putting a list in order', () => {
  it('by key moves an item, keeps the focus on it and says where it is', async () => {
    const host = await hostOf();
    part(host, '#item-grip-0').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(host.items).to.eql(['milk', 'tea', 'sugar']);
    await until(() => focused(host) === 'item-grip-1');
    expect(part(host, '[role=status]').textContent).to.equal('tea: now 2 of 3');
    await sendKeys({ press: 'End' });
    expect(host.items).to.eql(['milk', 'sugar', 'tea']);
    await sendKeys({ press: 'ArrowDown' });
    expect(host.items).to.eql(['milk', 'sugar', 'tea']);
  });

  const drag = async (host: Host, from: number, y: number, end = 'pointerup'): Promise<void> => {
    part(host, `#item-grip-${from}`).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    window.dispatchEvent(new PointerEvent('pointermove', { clientY: y }));
    await host.updateComplete;
    if (end === 'Escape') window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    window.dispatchEvent(new PointerEvent('pointerup', { clientY: y }));
    await host.updateComplete;
  };
  const below = (host: Host, index: number): number =>
    part(host, `[data-order="item-${index}"]`).getBoundingClientRect().bottom - 1;

  it('by pointer drops an item where the line shows', async () => {
    const host = await hostOf();
    await drag(host, 0, below(host, 2));
    expect(host.items).to.eql(['milk', 'sugar', 'tea']);
    expect(host.shadowRoot!.querySelector('.dragged, .before, .after')).to.equal(null);
  });

  it('by pointer leaves an item where it is on Escape', async () => {
    const host = await hostOf();
    await drag(host, 0, below(host, 2), 'Escape');
    expect(host.items).to.eql(['tea', 'milk', 'sugar']);
  });

  const drops = [
    { from: 0, gap: 0, to: 0 },
    { from: 0, gap: 1, to: 0 },
    { from: 0, gap: 2, to: 1 },
    { from: 2, gap: 0, to: 0 },
    { from: 2, gap: 3, to: 2 },
  ];
  for (const { from, gap, to } of drops)
    it(`the item ${from} dropped into the gap ${gap} lies at ${to}`, () => {
      expect(placeOfDrop(from, gap)).to.equal(to);
    });

  it('knows the keys, and no further than the ends', () => {
    expect(['ArrowUp', 'ArrowDown', 'Home', 'End', 'a'].map((key) => placeOfKey(key, 1, 3))).to.eql([
      0,
      2,
      0,
      2,
      undefined,
    ]);
    expect(['ArrowUp', 'Home'].map((key) => placeOfKey(key, 0, 3))).to.eql([undefined, undefined]);
    expect(['ArrowDown', 'End'].map((key) => placeOfKey(key, 2, 3))).to.eql([undefined, undefined]);
  });
});

describe('a question before something is lost', () => {
  const question = { title: 'Delete it?', text: 'It is gone then.', confirm: 'Delete', cancel: 'Keep', isDanger: true };
  const asked = async (host: Host): Promise<{ answer: Promise<boolean> }> => {
    part(host, '#name').focus();
    const answer = host.confirms.ask(question);
    await host.updateComplete;
    return { answer };
  };

  it('begins on the answer that loses nothing, and gives the focus back', async () => {
    const host = await hostOf();
    const { answer } = await asked(host);
    const dialog = part(host, 'dialog') as HTMLDialogElement;
    expect(dialog.matches(':modal')).to.equal(true);
    expect(host.shadowRoot!.activeElement?.textContent).to.equal('Keep');
    await isAccessible(host);
    (host.shadowRoot!.activeElement as HTMLElement).click();
    expect(await answer).to.equal(false);
    await host.updateComplete;
    expect(host.shadowRoot!.querySelector('dialog')).to.equal(null);
    expect(focused(host)).to.equal('name');
  });

  it('is answered with yes by its other button', async () => {
    const host = await hostOf();
    const { answer } = await asked(host);
    part(host, '.danger').click();
    expect(await answer).to.equal(true);
  });

  it('is answered with no by closing it, and where the widget goes', async () => {
    const host = await hostOf();
    const first = await asked(host);
    (part(host, 'dialog') as HTMLDialogElement).close();
    expect(await first.answer).to.equal(false);
    const second = await asked(host);
    host.remove();
    expect(await second.answer).to.equal(false);
  });
});

describe('leaving the page', () => {
  const isHeld = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('is held while there is something unsaved, and only then', async () => {
    const host = await hostOf();
    expect(isHeld()).to.equal(false);
    host.isUnsaved = true;
    host.requestUpdate();
    await host.updateComplete;
    expect(isHeld()).to.equal(true);
    host.remove();
    expect(isHeld()).to.equal(false);
  });
});

describe('a kept draft', () => {
  const isText = (value: unknown): value is string => typeof value === 'string';
  const throwing = (): DraftStorage => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };

  it('is read again, until it is forgotten', () => {
    const drafts = new DraftStore(isText);
    expect(drafts.keep('form-test', 'tea')).to.equal(true);
    expect(drafts.read('form-test')).to.equal('tea');
    drafts.forget('form-test');
    expect(drafts.read('form-test')).to.equal(undefined);
  });

  it('of another shape is none', () => {
    sessionStorage.setItem('form-test', '{"tea":1}');
    expect(new DraftStore(isText).read('form-test')).to.equal(undefined);
    sessionStorage.setItem('form-test', '{broken');
    expect(new DraftStore(isText).read('form-test')).to.equal(undefined);
    sessionStorage.removeItem('form-test');
  });

  it('is lost, and nothing else, where the storage throws', () => {
    const drafts = new DraftStore(isText, throwing);
    expect(drafts.keep('form-test', 'tea')).to.equal(false);
    expect(drafts.read('form-test')).to.equal(undefined);
    expect(() => drafts.forget('form-test')).not.to.throw();
  });
});
