import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { part } from '../base/shown.js';
import { until } from '../base/until.js';

/** What a person does to a widget, in one way of working. Selectors are of its shadow root. */
export interface Hands {
  /** Comes to a widget that may be out of view. */
  goTo(element: Element): Promise<void>;
  /** Uses a button, once it can be used. */
  press(element: Element, selector: string): Promise<void>;
  /** Writes into a field, in place of what stands there. */
  write(element: Element, selector: string, text: string): Promise<void>;
  /** Chooses in a native list of values. */
  select(element: Element, selector: string, value: string): Promise<void>;
  /** Opens a drop-down and chooses what begins with a label. */
  choose(element: Element, pick: string, label: string): Promise<void>;
  /** Chooses, in a list that is open already, what begins with a label. */
  tick(element: Element, list: string, label: string): Promise<void>;
}

const wordsOf = ({ innerText }: HTMLElement): string => innerText.replace(/\s+/g, ' ').trim();

async function usable(element: Element, selector: string): Promise<HTMLElement> {
  const find = (): HTMLElement | null | undefined => element.shadowRoot?.querySelector<HTMLElement>(selector);
  await until(
    () => find()?.matches(':not([aria-disabled=true], :disabled)'),
    `${selector} of ${element.localName} can never be used`,
  );
  return find()!;
}

async function offered(element: Element, list: string, label: string): Promise<HTMLElement> {
  const find = (): HTMLElement | undefined =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>(`${list} [role=option]`)].find((one) =>
      wordsOf(one).startsWith(label),
    );
  const isOpen = (): boolean => find()?.closest('[popover]')?.matches(':popover-open') === true;
  await until(isOpen, `“${label}” is never offered in ${list} of ${element.localName}`);
  return find()!;
}

/** The driver of WebKit takes what it gets at once for a chord: all keys go down, then up. */
const isChording = !('chrome' in window) && navigator.userAgent.includes('AppleWebKit');

async function type(text: string): Promise<void> {
  for (const part of isChording ? text : [text]) await sendKeys({ type: part });
}

async function shiftTab(): Promise<void> {
  if (isChording) {
    await sendKeys({ type: '\uE008\uE004' });
    return;
  }
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}

/** What lies on top at a point, through all shadow roots. */
function atPoint(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inner || inner === found) return found;
    found = inner;
  }
}

/** Clicks the middle of something, which has to be seen there. */
async function click(target: HTMLElement): Promise<void> {
  target.scrollIntoView({ block: target.closest('[popover]') ? 'nearest' : 'center' });
  await nextFrame();
  const { left, top, width, height } = target.getBoundingClientRect();
  const found = atPoint(left + width / 2, top + height / 2);
  const isSeen = found !== null && target.contains(found);
  expect(isSeen, `${target.outerHTML.slice(0, 120)} is under ${found?.outerHTML.slice(0, 120)}`).to.equal(true);
  target.focus();
  target.click();
}

/** Points and clicks, and types only what has to be typed. */
export const mouse: Hands = {
  async goTo(element) {
    element.scrollIntoView();
    await nextFrame();
  },
  async press(element, selector) {
    await click(await usable(element, selector));
  },
  async write(element, selector, text) {
    const field = (await usable(element, selector)) as HTMLInputElement;
    await click(field);
    field.select();
    await type(text);
  },
  async select(element, selector, value) {
    const field = (await usable(element, selector)) as HTMLSelectElement;
    await click(field);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  },
  async choose(element, pick, label) {
    await this.press(element, `[data-pick="${pick}"]`);
    await this.tick(element, '[popover]', label);
  },
  async tick(element, list, label) {
    await click(await offered(element, list, label));
  },
};

/** The element that has the focus, through all shadow roots. */
function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The hosts around an element, from the outermost, and itself. */
function pathOf(element: Element): Element[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [...pathOf(root.host), element] : [element];
}

/** Whether Tab, not Shift and Tab, leads from one element to another. */
function isAhead(from: Element, to: Element): boolean {
  const [ways, others] = [pathOf(from), pathOf(to)];
  const at = others.findIndex((one, index) => one !== ways[index]);
  const [here, there] = [ways[at], others[at]];
  return !here || !there || Boolean(here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Goes to an element by Tab, forwards or back. */
async function tabTo(target: HTMLElement): Promise<void> {
  for (let presses = 0; presses < 120 && focused() !== target; presses++) {
    const at = focused() ?? document.body;
    await (at === document.body || isAhead(at, target) ? sendKeys({ press: 'Tab' }) : shiftTab());
  }
  expect(focused() === target, `Tab never comes to ${target.outerHTML.slice(0, 160)}`).to.equal(true);
}

/** Nothing but keys. */
export const keyboard: Hands = {
  async goTo(element) {
    await tabTo(await usable(element, 'button'));
  },
  async press(element, selector) {
    await tabTo(await usable(element, selector));
    await sendKeys({ press: 'Enter' });
  },
  async write(element, selector, text) {
    const field = (await usable(element, selector)) as HTMLInputElement;
    await tabTo(field);
    for (const _ of field.value) await sendKeys({ press: 'End' }).then(() => sendKeys({ press: 'Backspace' }));
    await type(text);
  },
  async select(element, selector, value) {
    const field = (await usable(element, selector)) as HTMLSelectElement;
    await tabTo(field);
    const places = [...field.options].map((option) => option.value);
    const way = places.indexOf(value) > places.indexOf(field.value) ? 'ArrowDown' : 'ArrowUp';
    for (let presses = 0; presses < places.length && field.value !== value; presses++) await sendKeys({ press: way });
    expect(field.value).to.equal(value);
  },
  async choose(element, pick, label) {
    await this.press(element, `[data-pick="${pick}"]`);
    await this.tick(element, '[popover]', label);
  },
  async tick(element, list, label) {
    const { id } = await offered(element, list, label);
    const option = (): HTMLElement => part(element, `#${CSS.escape(id)}`);
    const listbox = option().closest('.choices')!.querySelector<HTMLElement>('input') ?? option().parentElement!;
    await tabTo(listbox);
    const isBelow = (): boolean =>
      [...option().parentElement!.children].findIndex((one) => one.matches('.active')) > Number(id.split('-').at(-1));
    for (let presses = 0; presses < 60 && !option().matches('.active'); presses++)
      await sendKeys({ press: isBelow() ? 'ArrowUp' : 'ArrowDown' });
    expect(option().matches('.active'), `The arrows never come to “${label}”`).to.equal(true);
    await sendKeys({ press: 'Enter' });
  },
};
