import type { BreakdownReport, PastQuery, ReportName, ReportShapes } from '#contract/api.js';
import { permissionOf } from '#contract/permissions.js';
import { ReportError } from '#contract/problems.js';
import type { Ask, Scope } from '#contract/report-source.js';
import { openCursor, sealCursor } from '../cursor.js';
import type { Faults } from '../faults.js';
import { demand, type Caller } from '../grant.js';
import { catalogOfHost, scopeOf, type Host } from '../host.js';
import { questionOf } from '../question/index.js';
import type { Reader } from '../question/reader.js';

/** A report that someone asks for. */
export interface Asked<Name extends ReportName> {
  readonly report: Name;
  readonly app: string | undefined;
  readonly reader: Reader;
  readonly caller: Caller;
  readonly request: Request;
}

/**
 * Answers one report, or throws what is wrong with the question: first whether the caller may ask, then whether the
 * app is there, then all faults at once.
 */
export async function answerReport<Name extends ReportName>(
  host: Host,
  { report, app, reader, caller, request }: Asked<Name>,
): Promise<ReportShapes[Name]['report']> {
  const { dimension } = reader.values;
  demand(caller, permissionOf(report, typeof dimension === 'string' ? dimension : undefined));
  const scope = await scopeOf(host, caller, app);
  const ask = askerOf(host, report);
  const query = await readQuestion(host, report, scope, reader);
  const { signal } = request;
  if (report === 'breakdown')
    return askWithCursor(scope, query, reader.faults, (unsealed) => ask(scope, unsealed, { signal }));
  const answer = await ask(scope, query, { signal });
  if (app !== undefined && isRemembered(report)) {
    const failed = (error: unknown): void => host.onError?.(error, request);
    host.definitions?.remember({ app, caller: caller.name ?? '', report, query, failed });
  }
  return answer;
}

function isRemembered(report: ReportName): report is PastQuery['report'] {
  return report === 'funnel' || report === 'event';
}

type Query<Name extends ReportName> = ReportShapes[Name]['query'];
type Report<Name extends ReportName> = ReportShapes[Name]['report'];

function askerOf<Name extends ReportName>({ reports }: Host, report: Name): Ask<Name> {
  const ask = reports[report] as Ask<Name> | undefined;
  if (ask) return (...asked) => ask.apply(reports, asked);
  const detail = `This back end does not answer the report ${report}. GET /v1/catalog lists those it does.`;
  throw new ReportError('not_available', detail);
}

async function readQuestion<Name extends ReportName>(
  host: Host,
  report: Name,
  scope: Scope,
  reader: Reader,
): Promise<Query<Name>> {
  const question = await questionOf(report);
  const query = question.read(reader, { catalog: await catalogOfHost(host), clock: host.reports.clock, scope });
  reader.faults.throwIfAny();
  return query;
}

/** Only of a breakdown; TypeScript does not narrow `Name` by its value. */
async function askWithCursor<Name extends ReportName>(
  scope: Scope,
  query: Query<Name>,
  faults: Faults,
  ask: (query: Query<Name>) => Promise<Report<Name>>,
): Promise<Report<Name>> {
  const { cursor, ...rest } = query as Query<'breakdown'>;
  const question = JSON.stringify([scope, rest]);
  const inner = cursor === undefined ? undefined : openCursor(cursor, question);
  if (cursor !== undefined && inner === undefined) {
    faults.malformed('cursor', 'The cursor is not one that this question was given. Begin again without it.');
    faults.throwIfAny();
  }
  const unsealed: Query<'breakdown'> = inner === undefined ? rest : { ...rest, cursor: inner };
  const report = (await ask(unsealed)) as BreakdownReport;
  const next = report.next_cursor;
  return { ...report, next_cursor: next === null ? null : sealCursor(next, question) } as Report<Name>;
}
