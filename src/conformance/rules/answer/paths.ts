import { caseRule, type Case } from '../parameter/case.js';

const none = 'no-such-app-of-conformance';

/** What is not there. */
export const unknownPaths = caseRule(
  {
    id: 'path.not-there',
    sentence: 'An app or a path that is not there is 404, a method that a path lacks 404 or 405.',
  },
  (_, { apps }) => {
    const get = (path: string): Case['ask'] => ({ method: 'GET', path });
    if (apps.some(({ id }) => id === none)) return [];
    return [
      ...['days', 'values?field=os_name', 'reports/summary?range=yesterday&metrics=opens'].map((path): Case => ({
        ask: get(`/v1/apps/${none}/${path}`),
        status: [404],
        code: 'app_not_found',
      })),
      { ask: get('/v1/no-such-path'), status: [404] },
      { ask: { method: 'DELETE', path: '/v1/catalog' }, status: [404, 405] },
    ];
  },
);
