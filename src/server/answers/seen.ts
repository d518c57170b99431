import { demandAnyRead } from '../grant.js';
import { catalogOfHost, scopeOf, type Exchange } from '../host.js';
import type { QuestionContext } from '../question/context.js';
import { daysMembers, readDaysQuestion } from '../question/days.js';
import type { Member } from '../question/members.js';
import { fromQueryString } from '../question/query-string.js';
import type { Reader } from '../question/reader.js';
import { readValuesQuestion, valuesMembers } from '../question/values.js';
import { jsonResponse } from '../respond.js';

/** The values of a field that were seen, most frequent first. */
export async function answerValues(exchange: Exchange): Promise<Response> {
  const { query, context } = await read(exchange, valuesMembers, readValuesQuestion);
  const { host, request } = exchange;
  return jsonResponse(await host.reports.values(context.scope, query, { signal: request.signal }), request);
}

/** The days that hold data. */
export async function answerDays(exchange: Exchange): Promise<Response> {
  const { query, context } = await read(exchange, daysMembers, readDaysQuestion);
  const { host, request } = exchange;
  return jsonResponse(await host.reports.days(context.scope, query, { signal: request.signal }), request);
}

async function read<Query>(
  { host, caller, request, app }: Exchange,
  members: readonly Member[],
  readQuestion: (reader: Reader, context: QuestionContext) => Query,
): Promise<{ query: Query; context: QuestionContext }> {
  demandAnyRead(caller);
  const scope = await scopeOf(host, caller, app);
  const context = { catalog: await catalogOfHost(host), clock: host.reports.clock, scope };
  const reader = fromQueryString(new URL(request.url).searchParams, members);
  const query = readQuestion(reader, context);
  reader.faults.throwIfAny();
  return { query, context };
}
