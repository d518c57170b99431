import { html, nothing, svg, type TemplateResult } from 'lit';
import type { EventData } from '#contract/api.js';
import { fieldTypes, eventLimits } from '#contract/definition-vocabulary.js';
import { selectField, textField } from '../base/form-field.js';
import { addIcons, icon } from '../base/icons.js';
import type { ActionsView } from './actions-view.js';
import type { DraftAction } from './draft.js';
import { newData, withAction, withData } from './draft-changes.js';

addIcons({
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  remove: svg`<path d="M3.200 4.500h9.600M6.300 4.300V2.800h3.400v1.500M4.500 4.500l.6 8.700h5.800l.6-8.700M6.700 7v3.700M9.300 7v3.700"/>`,
});

/** The fields that an action fills, and where their values come from; a call brings its own. */
export function dataRows({ data }: DraftAction, action: number, view: ActionsView): TemplateResult {
  const { texts, draft, isReadOnly, change } = view;
  const isFull = data.length >= eventLimits.data;
  const add = (): void => {
    if (!isFull) change(withAction(draft, action, { data: [...data, newData()] }));
  };
  return html`<div class="data" role="group" aria-label=${texts.get('event.part.data')}>
    ${data.map((one, index) => dataRow(one, action, index, view))}
    ${
      isReadOnly
        ? nothing
        : html`<button class="button plain" type="button" aria-disabled=${isFull ? 'true' : nothing} @click=${add}>
            ${icon('plus')}${texts.get('actions.addField')}
          </button>`
    }
  </div>`;
}

function dataRow({ field, type, from }: EventData, action: number, index: number, view: ActionsView): TemplateResult {
  const { texts, draft, isReadOnly, faultOf, change, left } = view;
  const id = (part: string): string => `actions-${action}-data-${index}-${part}`;
  const set = (part: Partial<EventData>): void => change(withData(draft, action, index, part));
  const rest = draft.actions[action]!.data.filter((_, at) => at !== index);
  const name = field || texts.get('rules.fieldNumber', { number: index + 1 });
  const text = (part: 'field' | 'from', value: string): TemplateResult =>
    textField({
      id: id(part),
      label: texts.get(`rules.part.${part}`),
      value,
      fault: faultOf(id(part)),
      input: (typed) => set({ [part]: typed }),
      change: () => left(id(part)),
      isReadOnly,
      isCode: true,
    });
  return html`<div class="data-row" role="group" aria-label=${name}>
    ${text('field', field)}${selectField({
      id: id('type'),
      label: texts.get('rules.part.type'),
      value: type,
      fault: faultOf(id('type')),
      options: fieldTypes.map((value) => ({ value, label: texts.get(`event.type.${value}`) })),
      choose: (value) => set({ type: value }),
      isReadOnly,
    })}${draft.method === 'api' ? nothing : text('from', from)}
    ${
      isReadOnly
        ? nothing
        : html`<button
            class="tool-button"
            type="button"
            aria-label=${texts.get('actions.removeOf', { name })}
            title=${texts.get('actions.remove')}
            @click=${() => change(withAction(draft, action, { data: rest }))}
          >
            ${icon('remove')}
          </button>`
    }
  </div>`;
}
