import { beforeAll, describe, expect, it } from 'vitest';
import { brokenOf, handlerOver, judge, rulesOf, type Fetch } from '../judge.js';
import { checkCase } from '../logs.js';

const rules = rulesOf(
  ...['answer.', 'schema.', 'problem.', 'header.', 'path.', 'parameter.', 'body.', 'limit.', 'question.', 'batch.'],
  ...['caching.', 'paging.lists', 'definition.', 'funnel.life', 'funnel.if-match', 'funnel.name'],
);

/** A handler whose requests or answers are changed on the way. */
interface Changed {
  readonly wrong: string;
  readonly broken: readonly string[];
  readonly change: (right: Fetch) => Fetch;
}

const answering =
  (change: (response: Response, request: Request) => Response | Promise<Response>) =>
  (right: Fetch): Fetch =>
  async (request) =>
    change(await right(request.clone()), request);

const rewritten = async (response: Response, change: (body: Record<string, unknown>) => unknown): Promise<Response> => {
  const body = (await response.clone().json()) as Record<string, unknown>;
  return new Response(JSON.stringify(change(body)), response);
};

const isJson = ({ headers }: Response, type = 'application/json') => headers.get('Content-Type') === type;

const withHeaders = (response: Response, change: (headers: Headers) => void): Response => {
  const changed = new Response(response.body, response);
  change(changed.headers);
  return changed;
};

/** Sends the request on with another path, or without some of its headers. */
const asking =
  (change: (url: URL, headers: Headers) => void) =>
  (right: Fetch): Fetch =>
  async (request) => {
    const url = new URL(request.url);
    const headers = new Headers(request.headers);
    change(url, headers);
    const body = request.method === 'GET' ? null : await request.text();
    return right(new Request(url, { method: request.method, headers, body }));
  };

const changes: Changed[] = [
  {
    wrong: 'problems are plain JSON',
    broken: ['schema.problem'],
    change: answering((response) =>
      isJson(response, 'application/problem+json')
        ? withHeaders(response, (headers) => headers.set('Content-Type', 'application/json'))
        : response,
    ),
  },
  {
    wrong: 'meta lacks its profile',
    // The batch still has it.
    broken: ['schema.answer', 'batch.same-as-single'],
    change: answering((response, { url }) =>
      isJson(response) && /reports\/\w+(\?|$)/.test(url)
        ? rewritten(response, ({ meta, ...rest }) => ({ ...rest, meta: { ...(meta as object), profile: undefined } }))
        : response,
    ),
  },
  {
    wrong: 'answers may be kept by anybody',
    broken: ['header.documented'],
    change: answering((response) =>
      response.headers.get('Cache-Control') === 'private, no-cache'
        ? withHeaders(response, (headers) => headers.set('Cache-Control', 'public, max-age=60'))
        : response,
    ),
  },
  {
    wrong: 'answers do not vary by who asks',
    broken: ['header.vary'],
    change: answering((response) => withHeaders(response, (headers) => headers.set('Vary', 'Origin'))),
  },
  {
    wrong: 'the ETag that a client has is not looked at',
    broken: ['caching.if-none-match'],
    change: asking((_, headers) => headers.delete('If-None-Match')),
  },
  {
    wrong: 'what a query string does not take is ignored',
    broken: ['parameter.unknown'],
    change: asking(({ searchParams }) => searchParams.delete('filtre')),
  },
  {
    wrong: 'any version may be written over',
    broken: ['definition.if-match', 'funnel.if-match'],
    change: asking((_, headers) => {
      if (headers.has('If-Match')) headers.set('If-Match', '*');
    }),
  },
  {
    wrong: 'pages of lists begin at 0',
    broken: ['paging.lists'],
    change: asking(({ pathname, searchParams }) => {
      const page = Number(searchParams.get('page') ?? 1);
      if (/\/(events|funnels|queries)$/.test(pathname) && page > 1) searchParams.set('page', String(page - 1));
    }),
  },
  {
    wrong: 'only the first fault is told',
    broken: ['problem.all-faults'],
    change: answering((response) =>
      isJson(response, 'application/problem+json')
        ? rewritten(response, (body) => ({
            ...body,
            ...(body.errors ? { errors: (body.errors as []).slice(0, 1) } : {}),
          }))
        : response,
    ),
  },
  {
    wrong: 'a batch answers in another order',
    broken: ['batch.same-as-single'],
    change: answering((response, { url }) =>
      url.includes('reports:batch') && response.ok
        ? rewritten(response, (answers) => (answers as unknown as unknown[]).reverse())
        : response,
    ),
  },
  {
    wrong: 'an unknown app is an empty one',
    // The batch still says that it is not there.
    broken: ['path.not-there', 'batch.same-as-single'],
    change: asking((url) => {
      url.pathname = url.pathname.replace('no-such-app-of-conformance', 'default');
    }),
  },
];

describe('a handler that is wrong in one way breaks the rule of it:', () => {
  let right: Fetch;
  beforeAll(async () => {
    right = handlerOver(await checkCase());
    // So that lists have pages.
    for (const name of ['first', 'second', 'third']) {
      const steps = [{ event: 'launch' }, { event: 'page_view' }];
      const body = JSON.stringify({ name, steps });
      const headers = { 'Content-Type': 'application/json' };
      await right(new Request('http://back.end/v1/apps/default/funnels', { method: 'POST', headers, body }));
    }
  });

  it('none does not', async () => expect(brokenOf(await judge(right, { rules }))).toEqual({}), 60_000);

  it.each(changes)(
    '$wrong',
    async ({ change, broken }) => {
      const found = brokenOf(await judge(change(right), { rules }));
      expect(Object.keys(found).sort(), JSON.stringify(found, null, 1)).toEqual([...broken].sort());
    },
    60_000,
  );
});
