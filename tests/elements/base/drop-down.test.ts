import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement, type TemplateResult } from 'lit';
import { dropDown, type DropDown } from '#elements/base/drop-down.js';
import { DropDownController } from '#elements/base/drop-down-controller.js';
import { dropDownStyles } from '#elements/base/drop-down.styles.js';
import { frameStyles } from '#elements/base/frame.styles.js';
import { PopoverController } from '#elements/base/popover-controller.js';
import { tokens } from '#theme/tokens.js';
import { part } from './shown.js';
import { until } from './until.js';
import { isAccessible } from './accessible.js';

/** A widget that has one drop-down. */
class Host extends LitElement {
  static override styles = [...tokens, frameStyles, dropDownStyles];
  chosen: string[] = ['opens'];
  of: Partial<DropDown> = {};
  readonly #drops = new DropDownController(this, new PopoverController(this));

  protected override render(): TemplateResult {
    return html`<div lang="en">
      ${dropDown(
        {
          name: 'metric',
          label: 'Metric',
          choices: ['Opens', 'Page visits', 'Visitors', 'Payments'].map((label) => ({
            value: label.toLowerCase(),
            label,
          })),
          chosen: this.chosen,
          none: 'No metric matches',
          choose: (value) => this.#choose(value),
          ...this.of,
        },
        this.#drops,
      )}
      <button class="after">After</button>
    </div>`;
  }

  #choose(value: string): void {
    const { chosen } = this;
    this.chosen = this.of.isMultiple
      ? chosen.includes(value)
        ? chosen.filter((one) => one !== value)
        : [...chosen, value]
      : [value];
    this.requestUpdate();
  }
}
customElements.define('drop-down-host', Host);

const button = (host: Host): HTMLElement => part(host, '.pick');
const options = (host: Host): HTMLElement[] => [...host.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')];
const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const active = (host: Host): string => {
  const id = part(host, '[aria-activedescendant]').getAttribute('aria-activedescendant')!;
  return words(host.shadowRoot!.getElementById(id));
};
const focused = (host: Host): Element | null => host.shadowRoot!.activeElement;
const press = async (host: Host, ...keys: string[]): Promise<void> => {
  for (const key of keys) await sendKeys({ press: key });
  await host.updateComplete;
};

async function closed(of: Partial<DropDown> = {}): Promise<Host> {
  const host = await fixture<Host>(html`<drop-down-host></drop-down-host>`);
  host.of = of;
  host.requestUpdate();
  await host.updateComplete;
  return host;
}

async function opened(of: Partial<DropDown> = {}): Promise<Host> {
  const host = await closed(of);
  button(host).focus();
  button(host).click();
  await untilOpen(host);
  return host;
}

async function untilOpen(host: Host): Promise<void> {
  const shown = (): Element | null => host.shadowRoot!.querySelector('[popover]:popover-open:focus-within');
  await until(shown, 'never opens');
  await Promise.all(
    shown()!
      .getAnimations()
      .map((animation) => animation.finished),
  );
}

const untilClosed = (host: Host): Promise<void> =>
  until(() => !host.shadowRoot!.querySelector('[popover]'), 'never closes');

describe('a drop-down', () => {
  it('says its name and what is chosen', async () => {
    const host = await closed();
    expect(words(button(host))).to.equal('Metric Opens');
    expect(button(host).getAttribute('aria-expanded')).to.equal('false');
  });

  it('opens on a click with the chosen value active, and the focus in the list', async () => {
    const host = await opened({ chosen: ['visitors'] });
    expect(button(host).getAttribute('aria-expanded')).to.equal('true');
    expect(active(host)).to.equal('Visitors');
    expect(focused(host)?.getAttribute('role')).to.equal('listbox');
    expect(options(host).map((one) => one.getAttribute('aria-selected'))).to.eql(['false', 'false', 'true', 'false']);
  });

  it('opens with the arrow keys', async () => {
    const host = await closed();
    button(host).focus();
    await press(host, 'ArrowDown');
    await untilOpen(host);
    expect(active(host)).to.equal('Opens');
  });

  it('moves with arrows, Home and End, and stops at the ends', async () => {
    const host = await opened();
    await press(host, 'ArrowUp');
    expect(active(host)).to.equal('Opens');
    await press(host, 'ArrowDown', 'ArrowDown');
    expect(active(host)).to.equal('Visitors');
    await press(host, 'End', 'ArrowDown');
    expect(active(host)).to.equal('Payments');
    await press(host, 'Home');
    expect(active(host)).to.equal('Opens');
    await press(host, 'PageDown');
    expect(active(host)).to.equal('Payments');
  });

  it('goes to the label that begins with what is typed', async () => {
    const host = await opened();
    await sendKeys({ type: 'pay' });
    await host.updateComplete;
    expect(active(host)).to.equal('Payments');
  });

  it('goes from one to the next with the same letter', async () => {
    const host = await opened();
    await press(host, 'p');
    expect(active(host)).to.equal('Page visits');
    await press(host, 'p');
    expect(active(host)).to.equal('Payments');
    await press(host, 'p');
    expect(active(host)).to.equal('Page visits');
  });

  it('chooses with Enter, closes, and gives the focus back to the button', async () => {
    const host = await opened();
    await press(host, 'End', 'Enter');
    await untilClosed(host);
    expect(words(button(host))).to.equal('Metric Payments');
    expect(focused(host)).to.equal(button(host));
  });

  it('closes on Escape with nothing chosen, and gives the focus back', async () => {
    const host = await opened();
    await press(host, 'End', 'Escape');
    await untilClosed(host);
    expect(words(button(host))).to.equal('Metric Opens');
    expect(focused(host)).to.equal(button(host));
  });

  it('closes on Tab, which goes on from the button', async () => {
    const host = await opened();
    await press(host, 'Tab');
    await untilClosed(host);
    expect(focused(host)).to.equal(part(host, '.after'));
  });

  it('chooses what is clicked', async () => {
    const host = await opened();
    options(host)[1]!.click();
    await untilClosed(host);
    expect(words(button(host))).to.equal('Metric Page visits');
  });

  it('stays open where several can be chosen, and says so', async () => {
    const host = await opened({ isMultiple: true });
    await press(host, 'ArrowDown', ' ', 'ArrowDown', 'Enter');
    expect(part(host, '[role=listbox]').getAttribute('aria-multiselectable')).to.equal('true');
    expect(host.chosen).to.eql(['opens', 'page visits', 'visitors']);
    expect(words(button(host))).to.contain('Opens, Page visits, Visitors');
  });

  it('narrows a long list as one types, and says when nothing is left', async () => {
    const host = await opened({ search: { label: 'Search metrics' } });
    expect(focused(host)?.getAttribute('role')).to.equal('combobox');
    await sendKeys({ type: 'visit' });
    await host.updateComplete;
    expect(options(host).map(words)).to.eql(['Page visits', 'Visitors']);
    expect(active(host)).to.equal('Page visits');
    await sendKeys({ type: 'xyz' });
    await host.updateComplete;
    expect(options(host)).to.eql([]);
    expect(words(part(host, '[role=status]'))).to.equal('No metric matches');
  });

  it('chooses from what was found', async () => {
    const host = await opened({ search: { label: 'Search metrics' } });
    await sendKeys({ type: 'visit' });
    await press(host, 'ArrowDown', 'Enter');
    await untilClosed(host);
    expect(host.chosen).to.eql(['visitors']);
  });

  it('leaves narrowing to who asks for it', async () => {
    const queries: string[] = [];
    const host = await opened({ search: { label: 'Search', find: (query) => queries.push(query) } });
    await sendKeys({ type: 'x' });
    await host.updateComplete;
    expect(queries).to.eql(['', 'x']);
    expect(options(host)).to.have.length(4);
  });

  it('has nothing that assistive technology could not read', async () => {
    await isAccessible(await closed());
    await isAccessible(await opened());
    await isAccessible(await opened({ search: { label: 'Search metrics' } }));
  });
});

declare global {
  interface HTMLElementTagNameMap {
    'drop-down-host': Host;
  }
}
