import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { RequestError } from '#client/index.js';
import type { ConsoleTexts } from '../../texts/texts.js';

/** How far the reader has come with a back end of his own. */
export interface Connection {
  readonly address: string;
  /** Why it was not reached; the last attempt's. */
  readonly problem?: unknown;
  readonly isConnecting?: boolean;
}

type Fields = Record<'address' | 'token', HTMLInputElement>;

/** Connects to a back end; the token is kept in the page's memory only. */
export type Connect = (address: string, token: string) => void;

/** Where a back end of the contract can be named instead of a file. */
export function connectForm(connection: Connection, texts: ConsoleTexts, connect: Connect): TemplateResult {
  const { address, problem, isConnecting = false } = connection;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { address: where, token } = (event.currentTarget as HTMLFormElement).elements as unknown as Fields;
    connect(where.value.trim().replace(/\/+$/, ''), token.value.trim());
  };
  return html`
    <section class="panel">
      <h2>${texts.get('served.title')}</h2>
      <p class="hint">${texts.get('served.lead')}</p>
      <form class="connect" @submit=${submit}>
        <label
          ><span>${texts.get('served.address')}</span>
          <input
            name="address"
            type="url"
            dir="ltr"
            required
            placeholder="http://127.0.0.1:8787"
            .value=${live(address)}
            aria-describedby=${problem === undefined ? nothing : 'connect-problem'}
        /></label>
        <label
          ><span>${texts.get('served.token')}</span> <input name="token" type="password" dir="ltr" autocomplete="off"
        /></label>
        <button class="button" ?disabled=${isConnecting}>
          ${texts.get(isConnecting ? 'served.connecting' : 'served.connect')}
        </button>
      </form>
      <p class="connect-problem" id="connect-problem" role="alert">
        ${problem === undefined ? nothing : problemText(problem, texts)}
      </p>
    </section>
  `;
}

/** What went wrong and what to do about it; the back end's own words where it has some. */
function problemText(problem: unknown, texts: ConsoleTexts): unknown {
  if (!(problem instanceof RequestError)) return String(problem);
  const { kind } = problem;
  if (kind === 'network') return texts.get('served.unreached', { origin: location.origin });
  if (kind === 'unauthorized' || kind === 'forbidden') return texts.get('served.refused');
  if (kind === 'contract' || kind === 'http') return texts.get('served.other');
  return html`<span lang="en">${problem.problem?.detail ?? problem.message}</span>`;
}
