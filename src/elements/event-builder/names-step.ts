import { html, nothing, type TemplateResult } from 'lit';
import { eventMethods, eventTemplates, maxEventNameLength } from '#contract/definition-vocabulary.js';
import { charactersOf } from '#contract/event-name-rules.js';
import { selectField, type TextField, textField } from '../base/form-field.js';
import { withMethod, withTemplate } from './draft.js';
import type { StepView } from './step-view.js';

type NameField = 'name' | 'display_name';

/** The names, which are fixed once saved, and what the event begins with. */
export function namesStep(view: StepView): TemplateResult {
  const { texts, draft, isReadOnly, change } = view;
  return html`
    <div class="fields">
      ${textField({ ...nameField('name', view), isCode: true })}${textField(nameField('display_name', view))}
    </div>
    <div class="fields">
      ${selectField({
        id: 'method',
        label: texts.get('event.part.method'),
        hint: texts.get(`builder.method.${draft.method}`),
        value: draft.method,
        options: eventMethods.map((value) => ({ value, label: texts.get(`event.method.${value}`) })),
        choose: (method) => change(withMethod(draft, method)),
        isReadOnly,
      })}
      ${
        draft.method === 'manual'
          ? selectField({
              id: 'template',
              label: texts.get('event.part.template'),
              hint: texts.get('builder.template'),
              value: draft.template,
              options: eventTemplates.map((value) => ({ value, label: texts.get(`event.template.${value}`) })),
              choose: (template) => change(withTemplate(draft, template)),
              isReadOnly,
            })
          : nothing
      }
    </div>
  `;
}

function nameField(id: NameField, view: StepView): TextField {
  const { texts, formats, draft, saved, isReadOnly, faultOf, cureOf, change, left } = view;
  const value = draft[id];
  const cure = cureOf(id);
  const [count, most] = [charactersOf(value), maxEventNameLength].map((number) => formats.count(number));
  return {
    id,
    label: texts.get(`event.part.${id}`),
    hint: !saved ? texts.get('builder.fixedSoon', { count, most }) : texts.get('builder.fixed'),
    value,
    fault: faultOf(id),
    cure: cure
      ? { label: texts.get('builder.use', { name: cure }), run: () => change({ ...draft, [id]: cure }) }
      : undefined,
    input: (text) => change({ ...draft, [id]: text }),
    change: () => left(id),
    isReadOnly: isReadOnly || saved !== undefined,
  };
}
