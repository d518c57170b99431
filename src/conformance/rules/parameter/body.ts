import { NotApplicable } from '../../rule.js';
import { caseRule, malformed, type Case } from './case.js';

/** Larger bodies are sent by nobody just to see them refused. */
const MOST_SENT = 8_000_000;

/** Bodies that are no question. */
export const questionBody = caseRule(
  {
    id: 'body.malformed',
    sentence: 'A body that is not JSON, not an object or empty is malformed, and the problem says so.',
  },
  (ask) => {
    const { method, path } = ask.post('summary');
    const sent = (body: string): Case => ({ ask: { method, path, body }, status: [400] });
    return ['{"range":', '[]', '"yesterday"', 'null', ''].map(sent);
  },
);

/** Bodies that are too long. */
export const bodyLimit = caseRule(
  { id: 'limit.body', sentence: 'A question longer than the bytes that the catalogue names is 413 too_large.' },
  (ask, { catalog: { limits } }) => {
    if (limits.max_body_bytes > MOST_SENT) throw new NotApplicable(`its limit is over ${MOST_SENT} bytes`);
    const { method, path, body } = ask.post('summary', { _: 'x'.repeat(limits.max_body_bytes) });
    // A back end may close the connection on whoever still sends.
    return [{ ask: { method, path, body }, status: [413, 0] }];
  },
);

/** Texts that are too long. */
export const textLimit = caseRule(
  { id: 'limit.search', sentence: 'A search is at most 256 characters long.' },
  (ask) => [
    malformed(ask.get('breakdown', { search: 'x'.repeat(257) }), 'search'),
    malformed(ask.get('values', { search: 'x'.repeat(257) }), 'search'),
    { ask: ask.get('breakdown', { search: 'x'.repeat(256) }), status: [200] },
  ],
);
