import type { Verdict } from '#conformance/index.js';

const rule = { findings: [], untold: 0, milliseconds: 12 };

/** A verdict with one rule of each kind. */
export const verdict: Verdict = {
  baseUrl: 'https://api.example',
  requests: 7,
  milliseconds: 1234,
  outcomes: [
    { ...rule, id: 'schema.answer', sentence: 'Answers fit.', result: 'kept' },
    {
      ...rule,
      id: 'auth.permission',
      sentence: 'What lacks is 403.',
      result: 'skipped',
      reason: 'the caller may do all',
    },
    {
      ...rule,
      ...{ id: 'growth.value', sentence: 'Growth is growth.', result: 'broken', untold: 3 },
      findings: [{ asked: ['POST /a {"b":"<&>"}', 'GET /c'], came: 'growth: 1\u0000', expected: '2' }],
    },
  ],
};
