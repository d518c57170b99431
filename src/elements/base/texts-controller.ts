import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type BaseMessages, baseTexts } from '#i18n/base/section.js';
import { catalogTexts } from '#i18n/catalog/section.js';
import { loadTexts, textsIfLoaded } from '#i18n/load-texts.js';
import type { Messages } from '#i18n/message.js';
import type { Section } from '#i18n/section.js';
import type { Texts } from '#i18n/texts.js';

/** The texts of a widget: those that all share, and its own. */
export type WidgetTexts<Own extends Messages = BaseMessages> = Texts<BaseMessages & Own>;

/**
 * Gives a widget its texts in the language in force, and asks it to update once a language has loaded. English is
 * there at once.
 */
export class TextsController<Own extends Messages = BaseMessages> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #sections: Section[];
  #locale = '';
  #own: Messages | undefined;
  #texts: WidgetTexts<Own> | undefined;
  #loading = '';

  constructor(host: ReactiveControllerHost, section?: Section<Own>) {
    this.#host = host;
    this.#sections = [baseTexts, ...(section ? [section] : []), catalogTexts];
    host.addController(this);
  }

  /** The texts; nothing while their language loads. */
  in(locale: string, own: Messages | undefined): WidgetTexts<Own> | undefined {
    if (!this.#texts || locale !== this.#locale || !isSame(own, this.#own)) {
      this.#locale = locale;
      this.#own = own;
      this.#texts = textsIfLoaded<BaseMessages & Own>(locale, this.#sections, own);
      if (!this.#texts) void this.#load(locale);
    }
    return this.#texts;
  }

  /** Adds texts that are only needed now and then; those there are stay in force until these have loaded. */
  async include(section: Section): Promise<void> {
    await loadTexts(this.#locale, [section]);
    this.#sections.push(section);
    this.#texts = undefined;
  }

  hostConnected(): void {
    // The work is done in `in`, where the locale is known.
  }

  async #load(locale: string): Promise<void> {
    if (this.#loading === locale) return;
    this.#loading = locale;
    await loadTexts(locale, this.#sections);
    if (this.#loading === locale) this.#loading = '';
    this.#host.requestUpdate();
  }
}

/** Settings are put together anew at each look, so that texts are compared by what they say. */
function isSame(one: Messages = {}, other: Messages = {}): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
