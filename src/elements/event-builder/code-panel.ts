import { html, type TemplateResult } from 'lit';
import '../base/view-icons.js';
import { icon } from '../base/icons.js';
import { apiCode } from './api-code.js';
import type { ActionsView } from './actions-view.js';

/** The call that reports the event, ready to copy. */
export function codePanel({ texts, draft, app }: ActionsView): TemplateResult {
  const code = apiCode(draft, app);
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    const isCopied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    const said = button.querySelector('[role=status]');
    if (said && isCopied) said.textContent = texts.get('actions.copied');
  };
  return html`<section class="panel">
    <div class="panel-head">
      <h3>${texts.get('actions.code')}</h3>
      <button class="button" type="button" @click=${copy}>
        ${icon('table')}${texts.get('actions.copy')}<span role="status"></span>
      </button>
    </div>
    <pre
      class="code-block"
      dir="ltr"
      tabindex="0"
      role="region"
      aria-label=${texts.get('actions.code')}
    ><code>${code}</code></pre>
  </section>`;
}
