import { html, nothing, type TemplateResult } from 'lit';
import { splitMiddle } from '#format/middle.js';
import { setStyle } from './set-style.js';

/** A name that came with the data, and so of any length. */
export interface LongName {
  /** Nothing where it was not set. */
  readonly text: string | null;
  /** What stands where it was not set. */
  readonly notSet: string;
  /** Paths read from left to right in every language. */
  readonly isPath?: boolean;
  /** How many letters are never cut; a longer name is worth a stop of the Tab key. 28 in a usual list. */
  readonly fits?: number;
  /** Makes it a button. */
  readonly choose?: (() => void) | undefined;
  /** Whether what the button opens is open; nothing where it opens nothing. */
  readonly isOpen?: boolean | undefined;
}

const usualFit = 28;

/** Names up to this are never cut. */
const SHORT = 16;

/** Letters that are joined cannot be parted: such a name is cut at its end. */
const joined = /\p{Script=Arabic}/u;

/** Room for a letter of the tail, in em: most are narrower. */
const LETTER = 0.62;

/**
 * A name, shortened in the middle where it is too long for its room (at its end where not even the tail has room), and
 * whole on hover and focus.
 */
export function longName({ text, notSet, isPath = false, fits = usualFit, choose, isOpen }: LongName): TemplateResult {
  const direction = isPath ? 'ltr' : 'auto';
  const isLong = text !== null && text.length > fits;
  // The short form is whole to assistive technology and in a copy: what is cut is only not drawn.
  const short =
    text === null
      ? html`<span class="muted">${notSet}</span>`
      : html`<bdi class="short" dir=${direction} title=${isLong ? nothing : text}
          >${text.length > SHORT && !joined.test(text) ? halves(text) : text}</bdi
        >`;
  const whole = isLong ? html`<bdi class="whole" dir=${direction} aria-hidden="true">${text}</bdi>` : nothing;
  return choose
    ? html`<button class="path" type="button" aria-expanded=${isOpen ?? nothing} @click=${choose}>
        ${short}${whole}
      </button>`
    : html`<span class="path" tabindex=${isLong ? 0 : nothing}>${short}${whole}</span>`;
}

function halves(text: string): TemplateResult {
  const { head, tail } = splitMiddle(text);
  const room = setStyle({ '--tail': `${(tail.length * LETTER).toFixed(2)}em` });
  return html`<span class="start" ${room}>${head}</span>${tail}`;
}
