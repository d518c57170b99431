import { type ReportName } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import { reportNames } from '#contract/vocabulary.js';
import { answerBatch } from './answers/batch.js';
import { answerApps, answerCatalog, answerMe } from './answers/catalogue.js';
import { answerCollect } from './answers/collect.js';
import { answerReport } from './answers/report.js';
import { answerDays, answerValues } from './answers/seen.js';
import { readJson } from './body.js';
import { catalogOfHost, type Exchange } from './host.js';
import { questions } from './question/index.js';
import { fromBody, fromQueryString } from './question/query-string.js';
import { isObject, show, type Reader } from './question/reader.js';
import { jsonResponse } from './respond.js';

/** Makes the answer to a request. Throws a `ReportError` where there is none. */
export type Answer = (exchange: Exchange) => Response | Promise<Response>;

/** One path and what it answers by method. */
export interface Route {
  /** As Hono writes it. */
  readonly path: string;
  readonly answers: { readonly GET?: Answer; readonly POST?: Answer };
}

/** Reports whose questions do not fit a query string. */
const POST_ONLY: readonly ReportName[] = ['funnel', 'event'];

/** Every path of the contract that this handler answers. */
export const routes: readonly Route[] = [
  { path: '/v1/catalog', answers: { GET: answerCatalog } },
  { path: '/v1/apps', answers: { GET: answerApps } },
  { path: '/v1/me', answers: { GET: answerMe } },
  { path: '/v1/reports:batch', answers: { POST: answerBatch } },
  { path: '/v1/apps/:app/events:collect', answers: { POST: answerCollect } },
  ...['/v1/apps/:app', '/v1/superapp'].flatMap((scope): Route[] => [
    { path: `${scope}/values`, answers: { GET: answerValues } },
    { path: `${scope}/days`, answers: { GET: answerDays } },
    ...reportNames.map((report) => ({ path: `${scope}/reports/${report}`, answers: reportAnswers(report) })),
  ]),
];

function reportAnswers(report: ReportName): Route['answers'] {
  const { members } = questions[report];
  const POST: Answer = async (exchange) => answer(exchange, report, fromBody(await readBody(exchange), members));
  if (POST_ONLY.includes(report)) return { POST };
  const GET: Answer = (exchange) =>
    answer(exchange, report, fromQueryString(new URL(exchange.request.url).searchParams, members));
  return { GET, POST };
}

async function answer({ host, app, caller, request }: Exchange, report: ReportName, reader: Reader): Promise<Response> {
  return jsonResponse(await answerReport(host, { report, app, reader, caller, signal: request.signal }), request);
}

async function readBody({ request, host }: Exchange): Promise<Record<string, unknown>> {
  const { limits } = await catalogOfHost(host);
  const body = await readJson(request, limits.max_body_bytes);
  if (isObject(body)) return body;
  const message = `${show(body)} has to be an object: the question.`;
  throw new ReportError('malformed', message, [{ parameter: 'body', message }]);
}
