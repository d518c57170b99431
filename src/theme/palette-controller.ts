import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Palette, readPalette } from './palette.js';

const watched: readonly (readonly [property: string, token: string])[] = [
  ['color', 'text'],
  ['background-color', 'surface'],
  ['border-top-color', 'graph'],
  ['border-bottom-color', 'series-2'],
  ['border-left-color', 'up'],
  ['border-right-color', 'down'],
];

/**
 * Gives a widget the palette for its canvas, and asks it to update when a colour changes, whoever changed it: a seed on
 * any ancestor, a class of the host, the system's scheme. A hidden probe carries the watched colours with a transition
 * of a millisecond; the browser tells when one starts.
 */
export class PaletteController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #probe: HTMLElement | undefined;
  #palette: Palette | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The colours in force; nothing while the widget is not in a page. */
  get palette(): Palette | undefined {
    return (this.#palette ??= this.#probe?.isConnected ? readPalette(this.#probe) : undefined);
  }

  /** Forgets the colours that were read, as a change of locale or font does. */
  invalidate(): void {
    this.#palette = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#palette = undefined;
    if (this.#probe || !this.#host.shadowRoot) return;
    // before the first rendering, which then has its colours at once
    this.#probe = makeProbe();
    this.#probe.addEventListener('transitionend', () => this.invalidate());
    this.#host.shadowRoot.append(this.#probe);
  }
}

function makeProbe(): HTMLElement {
  const probe = document.createElement('span');
  probe.setAttribute('aria-hidden', 'true');
  const set = (property: string, value: string) => probe.style.setProperty(property, value);
  set('position', 'absolute');
  set('visibility', 'hidden');
  set('forced-color-adjust', 'none');
  for (const [property, token] of watched) set(property, `var(--ma-${token})`);
  set('transition', watched.map(([property]) => `${property} 1ms`).join(', '));
  return probe;
}
