import type { FormFault } from '../base/form-faults.js';
import type { RequestError } from '#client/request-error.js';
import type { BuilderTexts } from './builder-view.js';
import { type BuilderFault, placeOfField } from './builder-faults.js';
import type { BuilderSession } from './builder-session.js';

/** A fault in words. */
export function faultText({ rule, values, text }: BuilderFault, texts: BuilderTexts): string {
  if (rule === undefined) return text ?? '';
  return texts.get(`builder.fault.${rule}` as 'builder.fault.field_twice', values);
}

/** Faults for the summary, each with the name of its field. */
export function summaryFaults(faults: readonly BuilderFault[], texts: BuilderTexts): FormFault[] {
  return faults.map((fault) => ({ id: fault.id, name: fieldName(fault.id, texts), text: faultText(fault, texts) }));
}

function fieldName(id: string, texts: BuilderTexts): string {
  const { part, action, data } = placeOfField(id);
  if (action === undefined) return texts.find(`event.part.${part}`) ?? texts.get('builder.step.actions');
  const name = texts.find(`event.part.${part}`) ?? part;
  const field = data === undefined ? name : (texts.find(`builder.${part}`) ?? part);
  const place = texts.get('event.action', { number: action });
  const inner = data === undefined ? field : `${texts.get('builder.fieldNumber', { number: data })} · ${field}`;
  return texts.get('builder.place', { action: place, field: inner });
}

/** Why something failed, in a sentence; and what is saved all the same. */
export function failureText({ failure, saved, isDirty }: BuilderSession, texts: BuilderTexts): string {
  if (!failure) return '';
  const { goal, error } = failure;
  if (saved && !isDirty && (goal === 'test' || goal === 'publish'))
    return texts.get('builder.failed.after', { step: texts.get('builder.step.publish') });
  const { kind, problem } = error as Partial<RequestError>;
  if (kind === 'offline') return texts.get('builder.failed.offline');
  if (problem?.permission) return texts.get('builder.failed.forbidden', { permission: problem.permission });
  if (problem && problem.status < 500)
    return texts.get('builder.failed.refused', { reason: problem.detail ?? problem.title });
  return texts.get('builder.failed.other');
}
