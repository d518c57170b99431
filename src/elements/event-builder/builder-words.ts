import type { RequestError } from '#client/request-error.js';
import type { BuilderTexts } from './step-view.js';
import type { BuilderFault } from './builder-faults.js';
import type { BuilderSession } from './builder-session.js';

/** A fault in words. */
export function faultText({ rule, values, text }: BuilderFault, texts: BuilderTexts): string {
  if (rule === undefined) return text ?? '';
  const key = texts.find(`rules.${rule}`) === undefined ? `builder.fault.${rule}` : `rules.${rule}`;
  return texts.get(key as 'builder.fault.name_taken', values);
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
