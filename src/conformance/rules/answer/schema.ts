import { quoted } from '../../ask/exchange.js';
import type { WatchingRule } from '../../rule.js';
import { unless } from '../findings.js';

/** The media type of an answer, without its parameters. */
function typeOf(headers: Headers): string {
  return headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Statuses are those of the document. */
export const documentedStatus: WatchingRule = {
  id: 'schema.status',
  sentence: 'An answer has one of the statuses that the OpenAPI document names for its path and method.',
  watch({ method, path, status, asked, text }, document) {
    if (document.expected(method, path, status) !== null) return [];
    return unless(false, [asked], `${status} ${text.slice(0, 200)}`, `a status that the document names for ${method}`);
  },
};

/** Bodies fit the document. */
export const documentedBody: WatchingRule = {
  id: 'schema.answer',
  sentence: 'The body of an answer is of the media type, and fits the schema, that the OpenAPI document gives for it.',
  watch({ method, path, status, asked, text, json, answerHeaders }, document) {
    const expected = document.expected(method, path, status);
    if (!expected || status >= 400) return [];
    if (expected.types.length === 0) return unless(text === '', [asked], `${status} with ${quoted(text)}`, 'no body');
    const type = typeOf(answerHeaders);
    if (!expected.types.includes(type))
      return unless(false, [asked], `${status} of type ${quoted(type)}`, `the type ${expected.types.join(' or ')}`);
    const faults = json === undefined ? ['it is not JSON'] : expected.faultsOf(type, json);
    return unless(faults.length === 0, [asked], faults.join('; '), 'an answer that fits the document');
  },
};

/** Refusals are problems. */
export const problemBody: WatchingRule = {
  id: 'schema.problem',
  sentence: 'An error is an RFC 9457 problem of type application/problem+json, whose status is that of the answer.',
  watch({ status, asked, text, json, answerHeaders }, document) {
    if (status < 400) return [];
    const type = typeOf(answerHeaders);
    if (type !== 'application/problem+json')
      return unless(
        false,
        [asked],
        `${status} of type ${quoted(type)}: ${text.slice(0, 200)}`,
        'application/problem+json',
      );
    const faults = json === undefined ? ['it is not JSON'] : document.faultsOf('Problem', json);
    const stated = (json as { status?: unknown } | undefined)?.status;
    return [
      ...unless(faults.length === 0, [asked], faults.join('; '), 'a problem that fits the document'),
      ...unless(
        stated === status || faults.length > 0,
        [asked],
        `status ${quoted(stated)}`,
        `${status}, as the answer`,
      ),
    ];
  },
};
