import { problems } from '#contract/problems.js';
import type { WatchingRule } from '../../rule.js';
import { unless } from '../findings.js';

const known: Readonly<Record<string, { readonly status: number }>> = problems;

/** Codes mean what they say; codes of the vendor's own are theirs. */
export const problemCode: WatchingRule = {
  id: 'problem.code',
  sentence: 'A problem whose code the contract knows has the status that goes with it.',
  watch({ status, asked, json }) {
    const code = (json as { code?: unknown } | undefined)?.code;
    const wanted = typeof code === 'string' && status >= 400 ? known[code]?.status : undefined;
    if (wanted === undefined) return [];
    return unless(wanted === status, [asked], `${status} with the code ${String(code)}`, `${wanted}`);
  },
};
