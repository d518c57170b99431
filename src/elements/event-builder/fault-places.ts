import { nothing } from 'lit';
import type { EventRulesMessages } from '#i18n/event-rules/section.js';
import { faultSummary } from '../base/form-faults.js';
import type { BuilderFault } from './builder-faults.js';
import { faultText } from './builder-words.js';
import type { BuilderTexts } from './step-view.js';

type RulesTexts = BuilderTexts<EventRulesMessages>;

/** All faults together, each with the name of its field, to which it leads. */
export function allFaults(faults: readonly BuilderFault[], texts: RulesTexts, go: (id: string) => void): unknown {
  if (faults.length === 0) return nothing;
  const named = faults.map((fault) => ({
    id: fault.id,
    name: fieldName(fault.id, texts),
    text: faultText(fault, texts),
  }));
  return faultSummary(named, texts, go);
}

function fieldName(id: string, texts: RulesTexts): string {
  const { part, action, data } = placeOfField(id);
  if (action === undefined) return texts.find(`event.part.${part}`) ?? texts.get('builder.step.actions');
  const name = texts.find(`event.part.${part}`) ?? part;
  const field = data === undefined ? name : (texts.find(`rules.part.${part}`) ?? part);
  const place = texts.get('event.action', { number: action });
  const inner = data === undefined ? field : `${texts.get('rules.fieldNumber', { number: data })} · ${field}`;
  return texts.get('rules.place', { action: place, field: inner });
}

/** Where a field stands, for its name: “Action 2, field 1”. */
export function placeOfField(id: string): { part: string; action?: number; data?: number } {
  const [, action, data, part] = /^actions-(\d+)(?:-data-(\d+))?-(\w+)$/.exec(id) ?? [];
  if (action === undefined) return { part: id };
  return { part: part!, action: Number(action) + 1, ...(data !== undefined && { data: Number(data) + 1 }) };
}
