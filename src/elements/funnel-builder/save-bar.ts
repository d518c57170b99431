import { html, nothing, type TemplateResult } from 'lit';
import { faultSummary } from '../base/form-faults.js';
import { icon } from '../base/icons.js';
import { type BuilderView, faultAt, placeName } from './builder-view.js';
import type { FaultPlace } from './draft-rules.js';
import type { DraftEditor } from './draft-editor.js';
import type * as FailureKit from './failure-kit.js';

/** What a failure is told with, which has come with it. */
type FailureParts = () => typeof FailureKit | undefined;

/** What can be done with a draft. */
export interface SaveActions {
  readonly save: () => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly copy: () => void;
  readonly remove: () => void;
  readonly undo: () => void;
  readonly revert: () => void;
  readonly go: (place: FaultPlace) => void;
}

/** What is wrong, what has come of the last attempt to save, and the buttons. */
export function saveBar(
  view: BuilderView,
  editor: DraftEditor,
  actions: SaveActions,
  parts: FailureParts,
): TemplateResult {
  const { texts, faults } = view;
  const summary = faults.map(({ place }) => ({
    ...{ id: place, name: placeName(place, view), text: faultAt(place, view) ?? '' },
  }));
  return html`<div class="saving">
    ${faultSummary(summary, texts, (id) => actions.go(id as FaultPlace))} ${outcome(view, editor, actions, parts)}
    <div class="save-bar">
      <p class="quiet" role="status">${statusOf(view, editor, actions)}</p>
      ${buttons(view, editor, actions)}
    </div>
  </div>`;
}

function buttons({ texts, draft }: BuilderView, { isBusy, isChanged }: DraftEditor, actions: SaveActions) {
  const button = (text: string, run: () => void, name: string): TemplateResult =>
    html`<button class="button large ${name}" type="button" aria-disabled=${isBusy} @click=${isBusy ? nothing : run}>
      ${text}
    </button>`;
  return html`
    ${isChanged && draft.saved ? button(texts.get('funnelBuilder.revert'), actions.revert, 'revert') : nothing}
    ${
      draft.id
        ? html`${button(texts.get('funnelBuilder.delete'), actions.remove, 'delete')}${button(texts.get('funnelBuilder.copy'), actions.copy, 'copy-funnel')}`
        : nothing
    }
    ${button(texts.get('funnelBuilder.save'), actions.save, 'primary save')}
  `;
}

function statusOf({ texts, draft }: BuilderView, { isBusy, isChanged, deleted }: DraftEditor, { undo }: SaveActions) {
  if (isBusy) return texts.get('funnelBuilder.saving');
  if (deleted) {
    return html`<span>${texts.get('funnelBuilder.deleted', { name: deleted.input.name })}</span>
      <button class="cure undo" type="button" @click=${undo}>${texts.get('funnelBuilder.undo')}</button>`;
  }
  if (isChanged) return texts.get('funnelBuilder.changed');
  return draft.saved ? texts.get('funnelBuilder.unchanged') : nothing;
}

function outcome(view: BuilderView, { failure, error, draft }: DraftEditor, actions: SaveActions, parts: FailureParts) {
  const { texts } = view;
  if (failure?.kind === 'failed') return alert(texts.get('funnelBuilder.failed'));
  if (failure) return parts()?.outcome(view, failure, actions) ?? nothing;
  return error ? alert(texts.get(draft.id ? 'funnelBuilder.failedDelete' : 'funnelBuilder.failed')) : nothing;
}

const alert = (text: string): TemplateResult =>
  html`<p class="fault-summary" role="alert">${icon('fault')}<span>${text}</span></p>`;
