import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';

/** What a widget says in place of its picture. */
export interface Message {
  readonly icon: string;
  readonly title: string;
  readonly hint?: unknown;
  /** At most one thing to do. */
  readonly action?: { readonly label: string; readonly icon?: string; readonly run: () => void };
  /** Told to assistive technology at once. */
  readonly isAlert?: boolean;
  /** A request's number, to quote to support. */
  readonly reference?: TemplateResult;
}

/** The message of a state: a sign, one line, one or two quiet ones, at most one button. */
export function message(of: Message): TemplateResult {
  const { action } = of;
  return html`
    <div class="message ${of.isAlert ? 'alert' : ''}" role=${of.isAlert ? 'alert' : nothing}>
      ${icon(of.icon)}
      <p class="title">${of.title}</p>
      ${of.hint ? html`<p class="hint">${of.hint}</p>` : nothing} ${of.reference ?? nothing}
      ${
        action
          ? html`<button class="button" type="button" @click=${action.run}>
              ${action.icon ? icon(action.icon) : nothing}${action.label}
            </button>`
          : nothing
      }
    </div>
  `;
}
