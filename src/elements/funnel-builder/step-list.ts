import { html, nothing, svg, type TemplateResult } from 'lit';
import type { DropDownController } from '../base/drop-down-controller.js';
import { dropDown } from '../base/drop-down.js';
import type { EventNames } from '../base/event-names.js';
import { eventPick } from '../base/event-pick.js';
import type { FilterRows } from '../base/filter-rows.js';
import { addIcons, icon } from '../base/icons.js';
import { moved, type ReorderController, type ReorderList } from '../base/reorder-controller.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { SeenValues } from '../base/seen-values.js';
import { filtersText } from '../funnel-chart/funnel-view.js';
import { type BuilderView, faultAt, faultBelow } from './builder-view.js';
import { type DraftStep, withoutStep, withStep, withStepChange } from './draft.js';

addIcons({
  bin: svg`<path d="M3.200 4.600h9.600M6.400 4.400V3h3.200v1.400M4.400 4.800l.6 8.200h6l.6-8.200"/>`,
  close: svg`<path d="m4.500 4.500 7 7M11.500 4.500l-7 7"/>`,
});

/** What the steps are chosen, narrowed and put in order with. */
export interface StepTools {
  readonly drops: DropDownController;
  readonly reorder: ReorderController;
  readonly filters: FilterRows;
  readonly names: EventNames;
  readonly values: SeenValues;
  readonly settings: ScopeSettings;
}

/** The steps of a draft: one list, each with its event and filters, and what adds one. */
export function stepList(view: BuilderView, tools: StepTools): TemplateResult {
  const { draft, texts, formats, mostSteps, isReadOnly } = view;
  const { steps } = draft;
  const fault = faultAt('steps', view);
  const add = (): void => view.change(withStep);
  const list: ReorderList = {
    ...{ name: 'step', count: steps.length },
    move: (from, to) => view.change((now) => ({ steps: moved(now.steps, from, to) })),
  };
  return html`<fieldset class="step-field ${fault ? 'bad' : ''}" id="steps" tabindex="-1">
    <legend>${texts.get('funnelBuilder.steps')}</legend>
    <ol class="draft-steps">
      ${steps.map((step, index) => stepRow(step, index, list, view, tools))}
    </ol>
    <div class="after-steps">
      ${
        isReadOnly
          ? nothing
          : html`<button
              class="button plain add-step"
              type="button"
              aria-disabled=${steps.length >= mostSteps}
              @click=${steps.length >= mostSteps ? nothing : add}
            >
              ${icon('plus')}${texts.get('funnelBuilder.add')}
            </button>`
      }
      <span class="quiet">
        ${texts.get('funnelBuilder.of', { steps: formats.count(steps.length), most: formats.count(mostSteps) })}
      </span>
    </div>
    ${faultBelow(fault)}
  </fieldset>`;
}

function stepRow(step: DraftStep, index: number, list: ReorderList, view: BuilderView, tools: StepTools) {
  const { texts, formats, isReadOnly, nameOf } = view;
  const number = formats.count(index + 1);
  const fault = faultAt(`step-${index}`, view);
  const name = step.event
    ? texts.get('funnelBuilder.stepNamed', { number, name: nameOf(step.event) })
    : texts.get('funnelBuilder.step', { number });
  const label = texts.get('funnelBuilder.remove', { number });
  return html`<li
    class="draft-step ${tools.reorder.classOf(list, index)} ${fault ? 'bad' : ''}"
    data-order="step-${index}"
    aria-label=${name}
  >
    ${isReadOnly ? html`<span></span>` : tools.reorder.grip(list, index, name, texts)}
    <span class="nth" aria-hidden="true">${number}</span>
    ${isReadOnly ? html`<span class="event"><bdi>${nameOf(step.event)}</bdi></span>` : pick(step, index, view, tools)}
    ${
      isReadOnly
        ? nothing
        : html`<button
            class="tool remove"
            type="button"
            aria-label=${label}
            title=${label}
            @click=${() => view.change((now) => withoutStep(now, index))}
          >
            ${icon('bin')}
          </button>`
    }
    <div class="narrowing ${step.filters.length > 0 ? '' : 'none'}">${narrowing(step, index, view, tools)}</div>
    ${faultBelow(fault)}
  </li>`;
}

function pick(step: DraftStep, index: number, view: BuilderView, { drops, names, settings }: StepTools) {
  const { texts, formats } = view;
  const name = `step-${index}`;
  return dropDown(
    eventPick({
      ...{ name, texts, formats, chosen: step.event || undefined },
      displayName: step.event ? names.displayName(settings, step.event) : undefined,
      label: texts.get('funnelBuilder.step', { number: formats.count(index + 1) }),
      events: drops.popovers.open === name ? names.read(settings) : {},
      choose: (event) => view.change((now) => withStepChange(now, index, { event })),
    }),
    drops,
  );
}

function narrowing(step: DraftStep, index: number, view: BuilderView, { filters, names, values, settings }: StepTools) {
  const { texts, formats, catalog, isReadOnly } = view;
  if (step.event === '') return nothing;
  if (isReadOnly) {
    return catalog ? html`<span class="quiet"><bdi>${filtersText(step.filters, catalog, texts)}</bdi></span>` : nothing;
  }
  return filters.render(
    {
      name: `filter-${index}`,
      filters: step.filters,
      catalog,
      properties: names.properties(settings, step.event),
      valuesOf: (field, search) => values.read(settings, { field, search }),
      change: (changed) => view.change((now) => withStepChange(now, index, { filters: changed })),
    },
    { texts, formats },
  );
}
