import type { Problem } from '#contract/api.js';
import type { RequestError } from '#client/request-error.js';
import type { StateMessages } from '#i18n/state/section.js';
import type { Texts } from '#i18n/texts.js';

/** What failed, in words for the reader. What the back end itself says of a bad question is the most exact, and shown as it is. */
export function failureText(error: Error, texts: Texts<StateMessages>): string {
  const { kind, status, problem } = error as Partial<RequestError>;
  switch (kind) {
    case 'network':
    case 'offline':
      return texts.get('error.network');
    case 'timeout':
      return texts.get('error.timeout');
    case 'unauthorized':
      return texts.get('error.unauthorized');
    case 'contract':
      return texts.get('error.contract');
    case undefined:
      return texts.get('error.unknown');
    default:
      return problemText(problem) ?? texts.get('error.status', { status: String(status ?? '') });
  }
}

/** The faults that a problem names, else its detail; nothing for a breakdown of the server, which it does not explain. */
export function problemText(problem: Problem | undefined): string | undefined {
  if (!problem || problem.status >= 500) return undefined;
  return problem.errors?.[0]?.message ?? problem.detail ?? problem.title;
}
