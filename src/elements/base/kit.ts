import type { CSSResult, LitElement } from 'lit';
import type { Section } from '#i18n/section.js';
import { adopt } from './adopt.js';
import type { TextsController } from './texts-controller.js';

/** What comes with a part that is loaded on demand. */
export interface KitParts {
  readonly texts: Section;
  readonly styles: CSSResult;
}

/**
 * A part of a widget that is only needed now and then (a state without data, an explanation), loaded with its texts and
 * its look when it first is.
 */
export class Kit<Parts extends KitParts> {
  readonly #host: LitElement;
  readonly #texts: Pick<TextsController, 'include'>;
  readonly #load: () => Promise<Parts>;
  #parts: Parts | undefined;
  #loading: Promise<Parts> | undefined;

  constructor(host: LitElement, texts: Pick<TextsController, 'include'>, load: () => Promise<Parts>) {
    this.#host = host;
    this.#texts = texts;
    this.#load = load;
  }

  /** The part, if it is there; else the widget updates once it is. */
  get parts(): Parts | undefined {
    if (!this.#parts) this.ready().catch(() => undefined); // offline: the foot says so, and the next update tries again
    return this.#parts;
  }

  /** Loads the part. */
  ready(): Promise<Parts> {
    this.#loading ??= this.#fetch().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #fetch(): Promise<Parts> {
    const parts = await this.#load();
    await this.#texts.include(parts.texts);
    adopt(this.#host.shadowRoot, parts.styles);
    this.#parts = parts;
    this.#host.requestUpdate();
    return parts;
  }
}
