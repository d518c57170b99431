import { html, nothing, type TemplateResult } from 'lit';
import { type Step, steps } from './builder-faults.js';
import type { BuilderTexts } from './step-view.js';

/** What the foot of the builder says and does. */
export interface BuilderFoot {
  readonly texts: BuilderTexts;
  readonly step: Step;
  /** What is under way. */
  readonly busy: string | undefined;
  readonly isReadOnly: boolean;
  readonly canSave: boolean;
  /** What went wrong the last time, and how it is tried again. */
  readonly failed: { readonly text: unknown; readonly retry: () => void } | undefined;
  /** How far it is saved. */
  readonly progress: string;
  readonly show: (step: Step) => void;
  readonly close: () => void;
  readonly save: () => void;
}

/** The foot: what is saved, what went wrong, the way back, saving, the way on. */
export function builderFoot(of: BuilderFoot): TemplateResult {
  const { texts, failed, step } = of;
  const index = steps.indexOf(step);
  return html`<footer class="foot doing ${failed ? 'down' : ''}" part="foot">
    <p class="said" role=${failed ? 'alert' : 'status'}>
      ${
        failed
          ? html`${failed.text}<button class="cure" type="button" data-do="retry" @click=${failed.retry}>
                ${texts.get('action.retry')}
              </button>`
          : of.progress
      }
    </p>
    ${
      index > 0
        ? html`<button class="button large" type="button" data-do="back" @click=${() => of.show(steps[index - 1]!)}>
            ${texts.get('builder.back')}
          </button>`
        : html`<button class="button large" type="button" data-do="close" @click=${of.close}>
            ${texts.get('action.close')}
          </button>`
    }
    ${of.isReadOnly ? nothing : saveButton(of)}
    ${
      index < steps.length - 1
        ? html`<button
            class="button large primary"
            type="button"
            data-do="next"
            @click=${() => of.show(steps[index + 1]!)}
          >
            ${texts.get('builder.next')}
          </button>`
        : nothing
    }
  </footer>`;
}

function saveButton({ texts, busy, canSave, save }: BuilderFoot): TemplateResult {
  return html`<button
    class="button large"
    type="button"
    data-do="save"
    aria-disabled=${canSave ? nothing : 'true'}
    @click=${() => {
      if (canSave) save();
    }}
  >
    ${busy === 'save' ? texts.get('builder.saving') : texts.get('builder.save')}
  </button>`;
}
