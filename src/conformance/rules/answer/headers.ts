import type { WatchingRule } from '../../rule.js';
import { unless } from '../findings.js';

/** Left to the back end: there may be no saying when it can answer again. */
const optional = (name: string, status: number): boolean => name === 'Retry-After' && status !== 429;

/** Headers are those of the document. */
export const documentedHeaders: WatchingRule = {
  id: 'header.documented',
  sentence:
    'An answer has the headers that the OpenAPI document names: ETag, Cache-Control and Vary of reports, ETag and Location of what was made, WWW-Authenticate of 401, Retry-After of 429.',
  watch({ method, path, status, asked, answerHeaders }, document) {
    const { headers = [] } = document.expected(method, path, status) ?? {};
    return headers.flatMap(({ name, only }) => {
      const value = answerHeaders.get(name);
      if (value === null)
        return unless(optional(name, status), [asked], `${status} without ${name}`, `the header ${name}`);
      const isThat = only === undefined || words(value) === words(only);
      return unless(isThat, [asked], `${name}: ${value}`, `${name}: ${only ?? ''}`);
    });
  },
};

/** What a cache in between may not mix up. */
export const vary: WatchingRule = {
  id: 'header.vary',
  sentence: 'What depends on who asks says so: Vary names Authorization and Origin.',
  watch({ method, path, status, asked, answerHeaders }, document) {
    const { headers = [] } = document.expected(method, path, status) ?? {};
    const value = answerHeaders.get('Vary')?.toLowerCase();
    if (value === undefined || !headers.some(({ name }) => name === 'Vary')) return [];
    const names = value.split(',').map((name) => name.trim());
    const holds = names.includes('*') || (names.includes('authorization') && names.includes('origin'));
    return unless(holds, [asked], `Vary: ${value}`, 'Vary: Authorization, Origin');
  },
};

/** A list of words, in whatever order and case. */
function words(list: string): string {
  return list
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .sort()
    .join(',');
}
