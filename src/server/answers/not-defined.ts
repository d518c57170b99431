import { ReportError } from '#contract/problems.js';
import type { Answer, Route } from '../route.js';

const notDefined: Answer = () => {
  throw new ReportError(
    'not_available',
    'This back end keeps no definitions, saved funnels or past queries; `defines` in GET /v1/catalog says whether one does.',
  );
};
const answers = { GET: notDefined, POST: notDefined, PUT: notDefined, DELETE: notDefined };

/** What stands at the paths of definitions where a back end keeps none: 422 `not_available`, and not 404. */
export const definitionsNotKept: readonly Route[] = ['events', 'funnels', 'queries'].map((name) => ({
  path: `/v1/apps/:app/${name}/*`,
  answers,
}));
