import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { adopt } from './adopt.js';
import { confirmStyles } from './confirm.styles.js';

/** A question with two answers, of which one may lose something. */
export interface Question {
  readonly title: string;
  readonly text?: unknown;
  /** The answer that does it. */
  readonly confirm: string;
  /** The answer that does nothing. */
  readonly cancel: string;
  /** What it does cannot be taken back. */
  readonly isDanger?: boolean;
}

/**
 * Asks before something is lost, in a modal dialog of the top layer. The focus begins on the answer that does nothing;
 * Escape is that answer; afterwards the focus goes back to where it was. The host renders `render()`.
 */
export class ConfirmController implements ReactiveController {
  readonly #host: LitElement;
  #question: Question | undefined;
  #answer: ((isSure: boolean) => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Asks. Resolves to false where it is asked something else meanwhile, or goes. */
  async ask(question: Question): Promise<boolean> {
    this.#settle(false);
    adopt(this.#host.shadowRoot, confirmStyles);
    this.#question = question;
    this.#host.requestUpdate();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** The dialog, while something is asked. */
  render(): TemplateResult | typeof nothing {
    const question = this.#question;
    if (!question) return nothing;
    const { title, text, confirm, cancel, isDanger } = question;
    return html`<dialog
      class="confirm"
      aria-labelledby="confirm-title"
      aria-describedby=${text ? 'confirm-text' : nothing}
      @close=${() => this.#settle(false)}
    >
      <h3 id="confirm-title">${title}</h3>
      ${text ? html`<div class="text" id="confirm-text">${text}</div>` : nothing}
      <div class="answers">
        <button class="button large" type="button" autofocus @click=${() => this.#settle(false)}>${cancel}</button>
        <button
          class="button large primary ${isDanger ? 'danger' : ''}"
          type="button"
          @click=${() => this.#settle(true)}
        >
          ${confirm}
        </button>
      </div>
    </dialog>`;
  }

  hostUpdated(): void {
    const dialog = this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.confirm');
    if (this.#question && dialog && !dialog.open) dialog.showModal();
  }

  hostDisconnected(): void {
    this.#settle(false);
  }

  #settle(isSure: boolean): void {
    const answer = this.#answer;
    if (!answer) return;
    this.#answer = undefined;
    this.#question = undefined;
    const dialog = this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.confirm');
    dialog?.close(); // gives the focus back before the dialog goes
    this.#host.requestUpdate();
    answer(isSure);
  }
}
