import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Choice, type Choices, matching } from './choices.js';

type Host = ReactiveControllerHost & Element;

/** What is typed faster than this is one word. */
const WORD_MS = 700;
/** How far Page Up and Page Down go. */
const PAGE = 8;

/**
 * The keys of a list of choices. The focus stays where it is (on the list, or in its search field) and an active choice
 * moves: arrows, Home and End, Page Up and Down, the first letters of a label; Enter or Space chooses.
 */
export class ChoiceController implements ReactiveController {
  readonly #host: Host;
  #query = '';
  #active = 0;
  #typed = '';
  #typedAt = 0;
  #isMoved = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** What is looked for. */
  get query(): string {
    return this.#query;
  }

  /** Index of the active choice among those shown. */
  get active(): number {
    return this.#active;
  }

  /** Begins anew, with the first chosen value active. */
  start<Value extends string>({ choices, chosen, search }: Choices<Value>): void {
    this.#query = this.#typed = '';
    search?.find?.('');
    const first = choices.findIndex(({ value }) => chosen.includes(value));
    this.#move(Math.max(0, first));
  }

  /** The choices on show. */
  shown<Value extends string>({ choices, search }: Choices<Value>): readonly Choice<Value>[] {
    return search && !search.find ? matching(choices, this.#query, this.#locale) : choices;
  }

  /** Looks for something. */
  find({ search }: Pick<Choices, 'search'>, query: string): void {
    this.#query = query;
    search?.find?.(query);
    this.#move(0);
  }

  /** Makes the choice under the pointer the active one. */
  point(index: number): void {
    if (index === this.#active) return;
    this.#active = index;
    this.#host.requestUpdate();
  }

  /** Moves or chooses, if the key says so. */
  press<Value extends string>(event: KeyboardEvent, of: Choices<Value>): void {
    const shown = this.shown(of);
    const { key } = event;
    const to = this.#target(key, shown.length - 1, of.search !== undefined);
    const chosen = shown[this.#active];
    if (to !== undefined) this.#move(Math.max(0, Math.min(to, shown.length - 1)));
    else if (chosen && (key === 'Enter' || (key === ' ' && !of.search && !this.#isTyping(event))))
      of.choose(chosen.value);
    else if (of.search || !this.#type(event, shown)) return;
    event.preventDefault();
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    // The field takes the focus from its list, also where it came only with more choices while the list was open.
    const list = root?.activeElement?.matches('[role=listbox][tabindex="-1"]') ? root.activeElement : null;
    list?.closest('.choices')?.querySelector('input')?.focus();
    if (!this.#isMoved) return;
    const active = root?.querySelector('[role=option].active');
    if (!active) return;
    this.#isMoved = false;
    active.scrollIntoView({ block: 'nearest' });
  }

  /** Home and End belong to the text where there is a search field. */
  #target(key: string, last: number, hasSearch: boolean): number | undefined {
    const ways: Record<string, number> = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + PAGE,
      PageUp: this.#active - PAGE,
      ...(!hasSearch && { Home: 0, End: last }),
    };
    return ways[key];
  }

  #move(to: number): void {
    this.#active = to;
    this.#isMoved = true;
    this.#host.requestUpdate();
  }

  #isTyping({ timeStamp }: KeyboardEvent): boolean {
    return this.#typed !== '' && timeStamp - this.#typedAt < WORD_MS;
  }

  /** Goes to the next label that begins with what is typed; the same letter again goes on to the one after. */
  #type(event: KeyboardEvent, shown: readonly Choice[]): boolean {
    const { key, timeStamp, ctrlKey, metaKey, altKey } = event;
    if (key.length !== 1 || ctrlKey || metaKey || altKey) return false;
    const letter = key.toLocaleLowerCase(this.#locale);
    const before = this.#isTyping(event) ? this.#typed : '';
    this.#typedAt = timeStamp;
    this.#typed = before === letter ? letter : before + letter;
    const from = this.#typed.length === 1 ? this.#active + 1 : this.#active;
    const order = [...shown.keys()].map((index) => (index + from) % shown.length);
    const found = order.find((index) => shown[index]!.label.toLocaleLowerCase(this.#locale).startsWith(this.#typed));
    if (found !== undefined) this.#move(found);
    return true;
  }

  get #locale(): string {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('[lang]')?.lang ?? 'en';
  }
}
