import { problemResponse } from './problem.js';
import { rewriteReports } from './rewrite.js';
import { asksForData, asksForReports, type Scenario } from './scenario.js';

/** The back end fails on every report and definition. */
export const error: Scenario = {
  respond: (request, back) =>
    asksForData(request)
      ? Promise.resolve(problemResponse('failed', 'It could not be computed: the warehouse did not answer.'))
      : back(request),
};

/** The caller is signed in and may see no report. */
export const forbidden: Scenario = { permissions: [] };

/** Too many questions: every report and definition is put off. */
export const rateLimited: Scenario = {
  async respond(request, back, stage) {
    if (!asksForData(request)) return back(request);
    const seconds = String(stage.retryAfterSeconds);
    return problemResponse('rate_limited', `Too many questions in this minute. Ask again in ${seconds} s.`, {
      'retry-after': seconds,
    });
  },
};

/** Reports arrive with status 200 and break the contract: no `meta`, numbers as text. */
export const malformed: Scenario = {
  async respond(request, back) {
    const response = await back(request);
    if (!asksForReports(request)) return response;
    return rewriteReports(
      response,
      ({ meta: _, ...report }) => JSON.parse(JSON.stringify(report, numbersAsText)) as unknown,
    );
  },
};

/** No network: every request fails without an answer. */
export const offline: Scenario = { respond: () => Promise.resolve(Response.error()) };

function numbersAsText(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}
