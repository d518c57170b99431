import type { BatchItem, ReportName, ReportShapes } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { askedMetrics } from './decode/asked-metrics.js';
import { also, type Check } from './decode/check.js';
import { type Promised, reportChecks } from './decode/report-checks.js';
import { stableKey } from './stable-key.js';
import type { WireRequest } from './wire.js';

/** One thing to ask: how it is sent, and what an answer to it looks like. */
export interface Question<Answer> {
  /** The same for the same question. */
  key: string;
  request: WireRequest;
  /** Gives the check of an answer, loaded where it is not there yet. */
  check: () => Promised<Check<Answer>>;
  /** How it stands in a batch; absent where it cannot. */
  item?: Omit<BatchItem, 'id'>;
}

/**
 * A report. Asked by POST also alone: filters need no escaping, no address grows too long, and a browser remembers the
 * CORS preflight of an address, of which there is then one a report and not one a question.
 */
export function reportQuestion<Name extends ReportName>(
  scope: Scope,
  report: Name,
  query: ReportShapes[Name]['query'],
): Question<ReportShapes[Name]['report']> {
  const path = `${scopePath(scope)}/reports/${report}`;
  const body = stableKey(query);
  return {
    key: `${path} ${body}`,
    request: { method: 'POST', path, body, contentType: 'application/json' },
    check: async () => also(await reportChecks[report](), askedMetrics(report, query as object)),
    item: { scope, report, query: query as never },
  };
}

/** Anything that is read by GET. */
export function getQuestion<Answer>(
  path: string,
  check: () => Promised<Check<Answer>>,
  query: object = {},
): Question<Answer> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  search.sort();
  const full = search.size ? `${path}?${search}` : path;
  return { key: full, request: { method: 'GET', path: full }, check };
}

/** The path of a scope. */
export const scopePath = (scope: Scope): string => `/v1/${scope.split('/', 1)[0]}${appPart(scope)}`;

function appPart(scope: Scope): string {
  const slash = scope.indexOf('/');
  return slash < 0 ? '' : `/${encodeURIComponent(scope.slice(slash + 1))}`;
}
