import { html, nothing, type TemplateResult } from 'lit';
import { actionReports, triggers, eventLimits, takesElement } from '#contract/definition-vocabulary.js';
import { selectField, textField } from '../base/form-field.js';
import { icon } from '../base/icons.js';
import { moved } from '../base/reorder-controller.js';
import type { ActionsView } from './actions-view.js';
import { codePanel } from './code-panel.js';
import { dataRows } from './data-rows.js';
import { type DraftAction, newAction } from './draft.js';
import { withAction } from './draft-changes.js';

/** What sets the event off, one or more actions in order; or its fields, and the call that reports them. */
export function actionsStep(view: ActionsView): TemplateResult {
  const { texts, draft, isReadOnly, faultOf, change, reorder } = view;
  const { actions } = draft;
  const isFull = actions.length >= eventLimits.actions;
  const add = (): void => {
    if (!isFull) change({ ...draft, actions: [...actions, newAction()] });
  };
  const missing = faultOf('actions');
  return html`
    <p class="hidden-text" role="status">${reorder.said}</p>
    <ol class="action-list" role="list">
      ${actions.map((action, index) => actionItem(action, index, view))}
    </ol>
    ${missing ? html`<p class="fault-line">${icon('fault')}${missing}</p>` : nothing}
    ${
      isReadOnly
        ? nothing
        : html`<p class="adder">
            <button
              class="button plain"
              id="actions"
              type="button"
              aria-disabled=${isFull ? 'true' : nothing}
              aria-invalid=${missing ? 'true' : nothing}
              @click=${add}
            >
              ${icon('plus')}${texts.get('actions.add')}
            </button>
            <span class="quiet"
              >${texts.get('actions.countOf', { count: actions.length, most: eventLimits.actions })}</span
            >
          </p>`
    }
    ${draft.method === 'api' ? codePanel(view) : nothing}
  `;
}

function actionItem(action: DraftAction, index: number, view: ActionsView): TemplateResult {
  const { texts, draft, isReadOnly, change, reorder } = view;
  const name = texts.get('event.action', { number: index + 1 });
  const move = (from: number, to: number): void => change({ ...draft, actions: moved(draft.actions, from, to) });
  const list = { name: 'action', count: draft.actions.length, move };
  const remove = (): void => change({ ...draft, actions: draft.actions.filter((_, at) => at !== index) });
  return html`<li class="action ${reorder.classOf(list, index)}" data-order="action-${index}">
    <div class="action-head">
      ${isReadOnly || list.count < 2 ? nothing : reorder.grip(list, index, name, texts)}
      <h3>${name}</h3>
      ${
        isReadOnly
          ? nothing
          : html`<button
              class="tool-button"
              type="button"
              aria-label=${texts.get('actions.removeOf', { name })}
              title=${texts.get('actions.remove')}
              @click=${remove}
            >
              ${icon('remove')}
            </button>`
      }
    </div>
    <div class="fields">${actionFields(action, index, view)}</div>
    ${dataRows(action, index, view)}
  </li>`;
}

function actionFields({ trigger, report, page, element }: DraftAction, index: number, view: ActionsView): unknown {
  const { texts, draft, isReadOnly, faultOf, change, left } = view;
  const id = (part: string): string => `actions-${index}-${part}`;
  const set = (part: Partial<DraftAction>): void => change(withAction(draft, index, part));
  return html`${selectField({
    id: id('trigger'),
    label: texts.get('event.part.trigger'),
    value: trigger,
    options: triggers.map((value) => ({ value, label: texts.get(`event.trigger.${value}`) })),
    choose: (value) => set({ trigger: value }),
    isReadOnly,
  })}${selectField({
    id: id('report'),
    label: texts.get('event.part.report'),
    hint: texts.get(`actions.report.${report}`),
    value: report,
    options: actionReports.map((value) => ({ value, label: texts.get(`event.report.${value}`) })),
    choose: (value) => set({ report: value }),
    isReadOnly,
  })}${textField({
    id: id('page'),
    label: texts.get('event.part.page'),
    hint: texts.get('actions.page'),
    value: page,
    fault: faultOf(id('page')),
    suggestions: view.pages,
    input: (value) => set({ page: value }),
    change: () => left(id('page')),
    isReadOnly,
    isCode: true,
  })}${
    takesElement(trigger)
      ? textField({
          id: id('element'),
          label: texts.get('event.part.element'),
          hint: texts.get(trigger === 'click' ? 'actions.element' : 'actions.elementMaybe'),
          value: element,
          fault: faultOf(id('element')),
          input: (value) => set({ element: value }),
          change: () => left(id('element')),
          isReadOnly,
          isCode: true,
        })
      : nothing
  }`;
}
