import { html, nothing, type TemplateResult } from 'lit';
import '../base/check-icon.js';
import { icon } from '../base/icons.js';
import type { BuilderTexts } from './step-view.js';
import { type Step, steps } from './builder-faults.js';

/** The parts of the wizard, and how far each has come. */
export interface WizardSteps {
  readonly texts: BuilderTexts;
  readonly step: Step;
  readonly isReported: boolean;
  readonly markOf: (step: Step) => 'good' | 'bad' | undefined;
  readonly show: (step: Step) => void;
}

/** The parts of the wizard, each of which can be gone to at any time. */
export function wizardSteps({ texts, step, isReported, markOf, show }: WizardSteps): TemplateResult {
  return html`<nav class="steps" aria-label=${texts.get('builder.steps')}>
    <ol role="list">
      ${steps.map((one, index) => {
        const mark = markOf(one);
        const name = texts.get(one === 'actions' && isReported ? 'builder.step.fields' : `builder.step.${one}`);
        return html`<li>
          <button
            class="step-button ${mark ?? ''}"
            type="button"
            data-step=${one}
            aria-current=${one === step ? 'step' : nothing}
            @click=${() => show(one)}
          >
            <span class="mark" aria-hidden="true"
              >${mark === 'good' && one !== step ? icon('check') : mark === 'bad' && one !== step ? '!' : index + 1}</span
            ><span class="name"
              >${name}${
                mark
                  ? html`<span class="hidden-text"
                      >, ${texts.get(mark === 'good' ? 'builder.stepDone' : 'builder.stepFault')}</span
                    >`
                  : ''
              }</span
            >
          </button>
        </li>`;
      })}
    </ol>
  </nav>`;
}
