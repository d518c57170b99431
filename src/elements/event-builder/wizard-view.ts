import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Formats } from '#format/formats.js';
import type { ReorderController } from '../base/reorder-controller.js';
import type { BuilderFault } from './builder-faults.js';
import { builderFoot } from './builder-foot.js';
import { failureText, faultText } from './builder-words.js';
import { namesStep } from './names-step.js';
import type { BuilderTexts, StepView } from './step-view.js';
import type { Wizard } from './wizard.js';
import { wizardSteps } from './wizard-steps.js';

/** What the wizard is drawn from. */
export interface WizardView {
  readonly host: LitElement;
  readonly wizard: Wizard;
  readonly texts: BuilderTexts;
  readonly formats: Formats;
  readonly reorder: ReorderController;
  /** Pages that were seen in the data. */
  readonly pages: readonly string[];
  /** Somebody could save it, if they had the permission. */
  readonly isAsked: boolean;
  readonly close: () => void;
}

/** What the head says of the event. */
export function contextOf({ session: { saved }, state }: Wizard, texts: BuilderTexts): string {
  if (!saved) return texts.get('builder.context.new');
  if (state === 'draft') return texts.get(saved.body.published ? 'builder.context.newer' : 'builder.context.draft');
  return texts.get(`builder.context.${state}`);
}

/** The steps, the one that is open, and what can be done. */
export function wizardView(of: WizardView): TemplateResult {
  const { wizard, texts } = of;
  const view = stepView(of);
  return html`
    <div class="body wizard" part="body">
      ${wizardSteps({
        ...{ texts, step: wizard.step, isReported: view.draft.method === 'api', show: wizard.show },
        markOf: (step) => wizard.markOf(step),
      })}
      <div class="room">${notices(of)} ${conflict(wizard, view)} ${openStep(of, view)}</div>
    </div>
    ${foot(of)}
  `;
}

function openStep({ wizard: { kits, step } }: WizardView, view: StepView): unknown {
  if (step === 'names') return namesStep(view);
  const kit: StepKit | undefined = step === 'actions' ? kits.actions.parts : kits.trial.parts;
  const isReady = kits.later.parts !== undefined;
  return (isReady && kit?.[step]?.(view)) || html`<div class="bones"><i class="bone"></i><i class="bone"></i></div>`;
}

/** Steps that are loaded on demand; their texts come with them. */
interface StepKit {
  actions?(view: StepView): TemplateResult;
  check?(view: StepView): TemplateResult;
  publish?(view: StepView): TemplateResult;
}

function conflict({ kits, session, reach }: Wizard, view: StepView): unknown {
  const kit: ConflictKit | undefined = session.conflict && kits.saving.parts;
  return kit?.conflictPanel(session, reach, view) ?? nothing;
}

/** What shows both versions; its texts come with it. */
interface ConflictKit {
  conflictPanel(session: Wizard['session'], reach: Wizard['reach'], view: StepView): unknown;
}

function notices({ wizard, texts, isAsked }: WizardView): unknown {
  const { session, step } = wizard;
  const kit: FaultsKit | undefined = session.saysAll && step !== 'publish' ? wizard.rules : undefined;
  const missing = isAsked ? texts.get('event.needs', { permission: 'events.write' }) : nothing;
  return html`
    ${wizard.isReadOnly ? html`<p class="notice" role="note">${texts.get('event.readOnly')} ${missing}</p>` : nothing}
    ${
      session.isRestored
        ? html`<p class="notice" role="status">
            ${texts.get('builder.restored')}
            <button class="cure" type="button" data-do="discard" @click=${() => session.discard()}>
              ${texts.get('builder.discard')}
            </button>
          </p>`
        : nothing
    }
    ${kit?.allFaults(session.faults(), texts, (id) => wizard.goToFault(id)) ?? nothing}
  `;
}

/** What tells all faults together; its texts come with it. */
interface FaultsKit {
  allFaults(faults: readonly BuilderFault[], texts: BuilderTexts, go: (id: string) => void): unknown;
}

function foot(of: WizardView): TemplateResult {
  const { wizard, texts } = of;
  const { session, step, isReadOnly } = wizard;
  const { failure, busy } = session;
  const failed = failure && {
    text: failureText(session, texts),
    retry: (): void => void (failure.goal === 'fields' ? wizard.check() : wizard.reach(failure.goal)),
  };
  return builderFoot({
    ...{ texts, failed, step, busy, isReadOnly, show: wizard.show, close: of.close },
    progress: progress(of),
    canSave: session.isDirty && !busy,
    save: () => void wizard.reach('save'),
  });
}

function progress({ wizard: { session, isReadOnly, savedAt }, texts, formats }: WizardView): string {
  if (isReadOnly) return '';
  if (session.isDirty) return texts.get('form.unsaved');
  if (!session.saved || savedAt === undefined) return '';
  return texts.get('builder.saved', { time: formats.time(new Date(savedAt).toISOString()) });
}

function stepView({ wizard, texts, formats, pages, reorder }: WizardView): StepView {
  const { session, opened, isReadOnly, step } = wizard;
  const trial = step === 'check' || step === 'publish' ? wizard.trial : undefined;
  const { draft, saved, isDirty, isChecked, busy, fields } = session;
  return {
    ...{ texts, formats, pages, reorder, isReadOnly, records: trial?.records, dryRun: trial?.dryRunOf(session.saved) },
    ...{ draft, saved, isDirty, isChecked, busy, fields, app: opened!.app },
    lacks: opened!.me?.permissions.includes('events.publish') ? undefined : 'events.publish',
    faultOf: (id) => {
      const fault = session.faultOf(id);
      return fault && faultText(fault, texts);
    },
    cureOf: (id) => (id === 'name' ? wizard.cureOfName : undefined),
    change: (changed) => session.change(changed),
    left: (id) => session.leave(id),
    check: () => void wizard.check(),
    runDry: wizard.runDry,
    go: (goal) => void wizard.reach(goal),
  };
}
