import type { ReportName } from '#contract/api.js';
import { reportNames } from '#contract/vocabulary.js';
import { answerBatch } from './answers/batch.js';
import { answerApps, answerCatalog, answerMe } from './answers/catalogue.js';
import { answerCollect } from './answers/collect.js';
import { answerReport } from './answers/report.js';
import { answerDays, answerValues } from './answers/seen.js';
import type { Exchange } from './host.js';
import { readObject } from './object-body.js';
import { questionOf } from './question/index.js';
import { fromBody, fromQueryString } from './question/query-string.js';
import type { Reader } from './question/reader.js';
import { jsonResponse } from './respond.js';
import type { Answer, Route } from './route.js';

/** Reports whose questions do not fit a query string. */
const POST_ONLY: readonly ReportName[] = ['funnel', 'funnel_next', 'event'];

/** Every path of the contract but those of definitions, which bring their own. */
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
  const POST: Answer = async (exchange) => {
    const { members } = await questionOf(report);
    return answer(exchange, report, fromBody(await readObject(exchange, 'the question'), members));
  };
  if (POST_ONLY.includes(report)) return { POST };
  const GET: Answer = async (exchange) => {
    const { members } = await questionOf(report);
    return answer(exchange, report, fromQueryString(new URL(exchange.request.url).searchParams, members));
  };
  return { GET, POST };
}

async function answer({ host, app, caller, request }: Exchange, report: ReportName, reader: Reader): Promise<Response> {
  return jsonResponse(await answerReport(host, { report, app, reader, caller, request }), request);
}
