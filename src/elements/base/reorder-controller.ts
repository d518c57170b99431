import { html, type LitElement, type ReactiveController, svg, type TemplateResult } from 'lit';
import type { FormMessages } from '#i18n/form/section.js';
import type { Texts } from '#i18n/texts.js';
import { addIcons, icon } from './icons.js';

addIcons({ grip: svg`<path class="dots" d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01"/>` });

/** A list that can be put in order. */
export interface ReorderList {
  /** Tells it from the widget's other lists. */
  readonly name: string;
  readonly count: number;
  readonly move: (from: number, to: number) => void;
}

interface Drag {
  readonly list: ReorderList;
  readonly from: number;
  readonly stop: AbortController;
  /** The gap that it would fall into: before the item of that index. */
  gap: number;
}

/** Where an item comes to lie that is dropped into the gap before `gap`. */
export function placeOfDrop(from: number, gap: number): number {
  return gap > from ? gap - 1 : gap;
}

/** Where an item comes to lie after a key; nothing where the key moves nothing. */
export function placeOfKey(key: string, from: number, count: number): number | undefined {
  const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: count - 1 }[key];
  if (to === undefined || to === from || to < 0 || to >= count) return undefined;
  return to;
}

/** The list with one item moved. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)];
}

/**
 * Puts the items of a list in order, by the grip before each: arrow keys, Home and End move an item and keep the focus
 * on its grip; a pointer drags it, a line shows where it falls, Escape leaves it where it was. Items bear
 * `data-order="NAME-INDEX"` and the classes of `classOf`; what was done is told through `said`, in a live region.
 */
export class ReorderController implements ReactiveController {
  readonly #host: LitElement;
  #drag: Drag | undefined;
  #focus: string | undefined;
  /** What a screen reader is told of the last move. */
  said = '';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The grip of an item. */
  grip(list: ReorderList, index: number, name: string, texts: Texts<FormMessages>): TemplateResult {
    const press = (event: KeyboardEvent): void => {
      const to = placeOfKey(event.key, index, list.count);
      if (to === undefined) return;
      event.preventDefault();
      this.#move(list, index, to, name, texts);
    };
    return html`<button
      class="grip"
      type="button"
      id="${list.name}-grip-${index}"
      aria-label=${texts.get('form.move', { name })}
      title=${texts.get('form.moveHelp')}
      @keydown=${press}
      @pointerdown=${(event: PointerEvent) => this.#start(event, list, index, name, texts)}
    >
      ${icon('grip')}
    </button>`;
  }

  /** Classes of an item while something is dragged. */
  classOf({ name, count }: ReorderList, index: number): string {
    const drag = this.#drag;
    if (drag?.list.name !== name) return '';
    if (drag.from === index) return 'dragged';
    const isStill = placeOfDrop(drag.from, drag.gap) === drag.from;
    if (isStill) return '';
    return drag.gap === index ? 'before' : drag.gap === count && index === count - 1 ? 'after' : '';
  }

  hostUpdated(): void {
    if (!this.#focus) return;
    this.#host.shadowRoot?.getElementById(this.#focus)?.focus();
    this.#focus = undefined;
  }

  hostDisconnected(): void {
    this.#end();
  }

  #start(event: PointerEvent, list: ReorderList, from: number, name: string, texts: Texts<FormMessages>): void {
    if (event.button !== 0 || this.#drag) return;
    const stop = new AbortController();
    const { signal } = stop;
    this.#drag = { list, from, stop, gap: from };
    addEventListener('pointermove', (moving) => this.#follow(moving), { signal });
    addEventListener('pointercancel', () => this.#end(), { signal });
    addEventListener('keydown', (key) => key.key === 'Escape' && this.#end(), { signal, capture: true });
    addEventListener(
      'pointerup',
      () => {
        const to = placeOfDrop(from, this.#drag?.gap ?? from);
        this.#end();
        if (to !== from) this.#move(list, from, to, name, texts);
      },
      { signal },
    );
  }

  #follow({ clientY }: PointerEvent): void {
    const drag = this.#drag;
    if (!drag) return;
    const { name, count } = drag.list;
    const middles = Array.from({ length: count }, (_, index) => {
      const item = this.#host.shadowRoot?.querySelector(`[data-order="${name}-${index}"]`);
      const { top, height } = item?.getBoundingClientRect() ?? { top: 0, height: 0 };
      return top + height / 2;
    });
    drag.gap = middles.filter((middle) => middle < clientY).length;
    this.#host.requestUpdate();
  }

  #end(): void {
    this.#drag?.stop.abort();
    this.#drag = undefined;
    this.#host.requestUpdate();
  }

  #move(list: ReorderList, from: number, to: number, name: string, texts: Texts<FormMessages>): void {
    this.#focus = `${list.name}-grip-${to}`;
    this.said = texts.get('form.moved', { name, place: to + 1, total: list.count });
    list.move(from, to);
    this.#host.requestUpdate();
  }
}
