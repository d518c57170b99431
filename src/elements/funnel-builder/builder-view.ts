import type { Catalog } from '#contract/api.js';
import { html, nothing, type TemplateResult } from 'lit';
import { maxFunnelNameLength } from '#contract/funnel-rules.js';
import type { Formats } from '#format/formats.js';
import { filterRowsTexts } from '#i18n/filter-rows/section.js';
import { formTexts } from '#i18n/form/section.js';
import { funnelBuilderTexts } from '#i18n/funnel-builder/section.js';
import { funnelChartTexts } from '#i18n/funnel-chart/section.js';
import { pickTexts } from '#i18n/pick/section.js';
import { joined } from '#i18n/section.js';
import { icon } from '../base/icons.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { DraftChange, FunnelDraft } from './draft.js';
import type { DraftFault, FaultPlace } from './draft-rules.js';

/** Everything that a builder says: its own texts, those of a funnel, of forms, and of what is chosen in them. */
export const builderTexts = joined(
  joined(joined(funnelBuilderTexts, funnelChartTexts), joined(formTexts, pickTexts)),
  filterRowsTexts,
);

/** Keys of everything that a builder says. */
export type BuilderMessages = typeof builderTexts.en;

/** Texts of a builder. */
export type BuilderTexts = WidgetTexts<BuilderMessages>;

/** What the parts of a builder are rendered with. */
export interface BuilderView {
  readonly draft: FunnelDraft;
  readonly faults: readonly DraftFault[];
  readonly mostSteps: number;
  readonly isReadOnly: boolean;
  /** Nothing while it loads. */
  readonly catalog: Catalog | undefined;
  readonly texts: BuilderTexts;
  readonly formats: Formats;
  /** What an event is called. */
  readonly nameOf: (event: string) => string;
  readonly change: (change: DraftChange) => void;
}

/** What is wrong at a place, in words; nothing where nothing is. */
export function faultAt(place: FaultPlace, { faults, mostSteps, texts, formats }: BuilderView): string | undefined {
  const fault = faults.find((one) => one.place === place);
  if (!fault) return undefined;
  switch (fault.kind) {
    case 'said':
      return fault.text;
    case 'nameTooLong':
      return texts.get('funnelBuilder.nameTooLong', { most: formats.count(maxFunnelNameLength) });
    case 'tooManySteps':
      return texts.get('funnelBuilder.tooManySteps', { most: formats.count(mostSteps) });
    default:
      return texts.get(`funnelBuilder.${fault.kind}`);
  }
}

/** What is wrong at a place, below what has it. */
export function faultBelow(fault: string | undefined): TemplateResult | typeof nothing {
  if (!fault) return nothing;
  return html`<div class="form-field bad">
    <p class="below">${icon('fault')}<span>${fault}</span></p>
  </div>`;
}

/** What a place is called in the summary of faults. */
export function placeName(place: FaultPlace, { texts, formats }: BuilderView): string {
  if (place === 'name') return texts.get('funnelBuilder.name');
  if (place === 'steps') return texts.get('funnelBuilder.steps');
  if (place === 'window') return texts.get('funnelBuilder.window');
  if (place === 'group') return texts.get('pick.group');
  return texts.get('funnelBuilder.step', { number: formats.count(Number(place.slice('step-'.length)) + 1) });
}
