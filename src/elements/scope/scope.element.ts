import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { ContextProvider } from '@lit/context';
import { directionOf } from '#i18n/fallback.js';
import { schemes } from '#theme/schemes.js';
import { scopeContext } from '../base/scope-context.js';
import { ScopedElement } from '../base/scoped-element.js';

/**
 * A scope has no look of its own: it gives the widgets inside it the client, app, range, filters, language, zone,
 * profile and theme. Scopes nest, the inner one wins.
 *
 * @summary Settings for the widgets inside it.
 * @slot - The widgets, and whatever stands between them.
 * @example
 * <ma-scope base-url="https://metrics.example" app="lantern-tea" range="last_7_days" locale="zh-CN">
 *   <ma-metric-card metric="opens"></ma-metric-card>
 * </ma-scope>
 */
export class MaScope extends ScopedElement {
  static override styles = [
    schemes,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  readonly #provider = new ContextProvider(this, { context: scopeContext, initialValue: {} });
  #direction = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { settings } = this;
    this.#speak(settings.locale);
    this.#provider.setValue({ ...settings, scope: this });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Sets `lang` and `dir` for what lies inside, unless the host has set a direction itself. */
  #speak(locale: string | undefined): void {
    if (locale === undefined) return;
    if (this.lang !== locale) this.lang = locale;
    const direction = directionOf(locale);
    if (this.dir === this.#direction) this.dir = this.#direction = direction;
  }
}
