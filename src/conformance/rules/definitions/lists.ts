import { quoted } from '../../ask/exchange.js';
import { pathOf } from '../../ask/asker.js';
import { NotApplicable, type AskingRule } from '../../rule.js';
import { lacks, plainStudy, type Subject } from '../../subject/subject.js';
import { joined, unless } from '../findings.js';
import { caseRule, malformed, right, type Case } from '../parameter/case.js';

const LISTS = [
  { folder: 'events', rows: 'definitions', permission: 'events.read' },
  { folder: 'funnels', rows: 'funnels', permission: 'custom_analysis.read' },
  { folder: 'queries', rows: 'queries', permission: 'custom_analysis.read' },
] as const;

function listsOf(subject: Subject): { path: string; rows: string }[] {
  const app = pathOf(plainStudy(subject).scope);
  if (!app.startsWith('/v1/apps/')) throw new NotApplicable('there is no app');
  return LISTS.filter(({ permission }) => !lacks(subject, permission)).map(({ folder, rows }) => ({
    path: `${app}/${folder}`,
    rows,
  }));
}

const cannot = ({ catalog }: Subject) => (catalog.defines ? undefined : 'it keeps no definitions');

/** Which pages there are. */
export const pageParameters = caseRule(
  {
    id: 'parameter.page',
    sentence: 'A page is a whole number from 1, its size one from 1 to 200; anything else is malformed.',
  },
  (_, subject) =>
    listsOf(subject).flatMap(({ path }): Case[] => {
      const get = (query: string): Case['ask'] => ({ method: 'GET', path: `${path}?${query}` });
      return [
        right(get('page=1&page_size=200')),
        ...['0', '-1', 'x'].map((page) => malformed(get(`page=${page}`), 'page')),
        ...['0', '201'].map((size) => malformed(get(`page_size=${size}`), 'page_size')),
      ];
    }),
  cannot,
);

interface List {
  readonly rows: { readonly id: string }[];
  readonly count: number;
}

/** Pages of lists are parts of the list. */
export const listPages: AskingRule = {
  id: 'paging.lists',
  sentence:
    'The pages of a list hold each of its rows once, and row_count says how many there are; past the last page there is none.',
  cannot,
  check: (subject) =>
    joined(listsOf(subject), async ({ path, rows }) => {
      const read = async (query: string): Promise<List> => {
        const json = (await subject.asker.json(`${path}?${query}`)) as Record<string, unknown>;
        return { rows: json[rows] as List['rows'], count: json['row_count'] as number };
      };
      const whole = await read('page_size=200');
      const pages = await Promise.all([1, 2, 3].map((page) => read(`page=${page}&page_size=2`)));
      const came = pages.flatMap((page) => page.rows.map(({ id }) => id));
      const wanted = whole.rows.slice(0, 6).map(({ id }) => id);
      const past = await read('page=1000000&page_size=200');
      return [
        ...unless(quoted(came) === quoted(wanted), [`GET ${path}?page=1&page_size=2`], quoted(came), quoted(wanted)),
        ...unless(
          whole.count >= whole.rows.length && past.rows.length === 0,
          [`GET ${path}`],
          `row_count ${whole.count}`,
          `at least ${whole.rows.length}, and none past the end`,
        ),
      ];
    }),
};

/** What a back end does not keep. */
export const notKept = caseRule(
  {
    id: 'definition.not-kept',
    sentence: 'A back end that keeps no definitions says so: their paths are 422 not_available.',
  },
  (_, subject) =>
    listsOf(subject).map(({ path }): Case => ({ ask: { method: 'GET', path }, status: [422], code: 'not_available' })),
  ({ catalog }) => (catalog.defines ? 'it keeps definitions' : undefined),
);
