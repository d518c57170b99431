import type { BatchAnswer, BatchResponse, Catalog, ReportName } from '#contract/api.js';
import { reportNames } from '#contract/vocabulary.js';
import { readJson } from '../body.js';
import { Faults } from '../faults.js';
import { catalogOfHost, type Exchange } from '../host.js';
import { toProblem } from '../to-problem.js';
import { questionOf } from '../question/index.js';
import { noteUnknownMember } from '../question/members.js';
import { fromBody } from '../question/query-string.js';
import { isObject, Reader, show } from '../question/reader.js';
import { plainJsonResponse } from '../respond.js';
import { answerReport } from './report.js';

/** Many reports in one round trip, each answered with its own status: what is wrong with one stays with that one. */
export async function answerBatch(exchange: Exchange): Promise<Response> {
  const { limits } = await catalogOfHost(exchange.host);
  const items = readItems(await readJson(exchange.request, limits.max_body_bytes), limits);
  const answers: BatchResponse = await Promise.all(items.map((item) => answerItem(exchange, item)));
  return plainJsonResponse(answers);
}

const ITEM_MEMBERS = ['id', 'scope', 'report', 'query'];

interface Item {
  readonly id: string;
  readonly values: Record<string, unknown>;
}

/** What can only be wrong with the batch as a whole: that there is no saying which answer belongs to what. */
function readItems(body: unknown, { max_batch: most }: Catalog['limits']): Item[] {
  const faults = new Faults();
  if (!Array.isArray(body)) {
    faults.malformed('body', `${show(body)} has to be a list of questions: [{id, scope, report, query}].`);
  } else if (body.length < 1 || body.length > most) {
    faults.malformed(
      'body',
      `A batch has 1 to ${String(most)} questions, not ${String(body.length)}. Send them in parts.`,
    );
  }
  faults.throwIfAny();
  const ids = new Set<string>();
  const items = (body as unknown[]).map((values, index): Item => {
    const at = `/${String(index)}`;
    const id = isObject(values) ? new Reader(values, 'json', faults).textOf(values.id, `${at}/id`, 128) : undefined;
    if (!isObject(values)) faults.malformed(at, `${show(values)} has to be an object: {id, scope, report, query}.`);
    else if (values.id === undefined)
      faults.malformed(`${at}/id`, 'A question of a batch needs an id: its answer carries it.');
    else if (id !== undefined && ids.has(id))
      faults.malformed(`${at}/id`, `“${id}” is the id of another question too.`);
    if (id !== undefined) ids.add(id);
    return { id: id ?? '', values: isObject(values) ? values : {} };
  });
  faults.throwIfAny();
  return items;
}

async function answerItem({ host, caller, request }: Exchange, { id, values }: Item): Promise<BatchAnswer> {
  try {
    const { report, app, reader } = await readItem(values);
    const body = await answerReport(host, { report, app, reader, caller, request });
    return { id, status: 200, body };
  } catch (error) {
    const body = toProblem(error, host, request);
    return { id, status: body.status, body };
  }
}

async function readItem(
  values: Record<string, unknown>,
): Promise<{ report: ReportName; app: string | undefined; reader: Reader }> {
  const faults = new Faults();
  const item = new Reader(values, 'json', faults);
  for (const name of ITEM_MEMBERS) item.require(name);
  const report = item.word('report', reportNames);
  const scope = item.text('scope');
  const app = scope?.startsWith('apps/') ? scope.slice('apps/'.length) : undefined;
  if (scope !== undefined && scope !== 'superapp' && !app) {
    faults.malformed('scope', `“${scope}” is not a scope. Write superapp, or apps/ and the id of an app.`);
  }
  if (item.has('query') && !isObject(values.query))
    faults.malformed('query', `${show(values.query)} has to be an object.`);
  for (const name of Object.keys(values)) noteUnknownMember(name, ITEM_MEMBERS, faults);
  faults.throwIfAny();
  const { members } = await questionOf(report!);
  return { report: report!, app, reader: fromBody(values.query as Record<string, unknown>, members) };
}
