import { html, nothing, type TemplateResult } from 'lit';
import { maxFunnelNameLength } from '#contract/funnel-rules.js';
import { type SpanUnit, spanUnits } from '#format/time-span.js';
import type { DropDownController } from '../base/drop-down-controller.js';
import { dropDown } from '../base/drop-down.js';
import { selectField, textField } from '../base/form-field.js';
import { groupByPicks } from '../base/group-by.js';
import { fieldsText } from '../funnel-chart/funnel-view.js';
import { type BuilderView, faultAt, faultBelow } from './builder-view.js';
import { lengthOf } from './draft-rules.js';
import { stepList, type StepTools } from './step-list.js';

/** The fields of a draft, in their order. */
export function draftForm(view: BuilderView, tools: StepTools): TemplateResult {
  return html`<div class="draft-form">
    ${nameField(view)} ${stepList(view, tools)}
    <div class="pair">${windowFields(view)} ${groupField(view, tools)}</div>
  </div>`;
}

function nameField(view: BuilderView): TemplateResult {
  const { draft, texts, formats, isReadOnly, change } = view;
  const length = lengthOf(draft.name.trim());
  const most = formats.count(maxFunnelNameLength);
  return textField({
    id: 'name',
    label: texts.get('funnelBuilder.name'),
    value: draft.name,
    hint: texts.get('funnelBuilder.length', { length: formats.count(length), most }),
    fault: faultAt('name', view),
    isReadOnly,
    input: (name) => change({ name }),
  });
}

function windowFields(view: BuilderView): TemplateResult {
  const { draft, texts, isReadOnly, change } = view;
  const { value, unit } = draft.window;
  const units: readonly (SpanUnit | 'none')[] = [...spanUnits.map(([name]) => name), 'none'];
  return html`<div class="window-fields">
    ${
      unit === 'none'
        ? nothing
        : textField({
            id: 'window',
            label: texts.get('funnelBuilder.window'),
            value,
            type: 'number',
            hint: texts.get('funnelBuilder.windowHint'),
            fault: faultAt('window', view),
            isReadOnly,
            input: (typed) => change(({ window }) => ({ window: { ...window, value: typed } })),
          })
    }
    ${selectField({
      id: 'window-unit',
      label: texts.get(unit === 'none' ? 'funnelBuilder.window' : 'funnelBuilder.unit'),
      value: unit,
      options: units.map((one) => ({ value: one, label: texts.get(`funnelBuilder.${one}`) })),
      isReadOnly,
      choose: (chosen) => change(({ window }) => ({ window: { ...window, unit: chosen } })),
    })}
  </div>`;
}

function groupField(view: BuilderView, { drops, names, settings }: StepTools): TemplateResult {
  const { draft, texts, catalog, isReadOnly, change } = view;
  if (!catalog) return html`<div class="group-field"></div>`;
  if (isReadOnly) {
    const fields =
      draft.groupBy.length > 0 ? fieldsText(draft.groupBy, catalog, texts) : texts.get('pick.group.nothing');
    return html`<div class="group-field">
      <span class="label">${texts.get('pick.group')}</span><bdi>${fields}</bdi>
    </div>`;
  }
  const picks = groupByPicks({
    ...{ name: 'group', chosen: draft.groupBy, catalog, texts },
    properties: names.properties(settings),
    query: openQuery(drops),
    change: (groupBy) => change({ groupBy }),
  });
  return html`<div class="group-field" id="group" tabindex="-1">
    <span class="label" aria-hidden="true">${texts.get('pick.group')}</span>
    <div class="group-picks">${picks.map((pick) => dropDown(pick, drops))}</div>
    ${faultBelow(faultAt('group', view))}
  </div>`;
}

/** What is typed into the open list of fields. */
const openQuery = ({ popovers, keys }: DropDownController): string =>
  popovers.open?.startsWith('group-') ? keys.query : '';
