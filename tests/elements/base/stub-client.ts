import type { Catalog, SummaryQuery, SummaryReport, TrendQuery, TrendReport } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import type { Client } from '#client/client.js';
import { RequestError, type RequestErrorKind } from '#client/request-error.js';
import type { AskOptions } from '#client/session.js';
import { summaryOf, trendOf } from './answers.js';

/** A question that reached the stub. */
export interface Asked {
  readonly report: 'summary' | 'trend';
  readonly scope: string;
  readonly query: SummaryQuery | TrendQuery;
  readonly options: AskOptions | undefined;
}

/** How a stub answers. */
export interface Answers {
  summary?: (query: SummaryQuery) => SummaryReport | Promise<SummaryReport>;
  trend?: (query: TrendQuery) => TrendReport | Promise<TrendReport>;
  catalog?: () => Catalog | Promise<Catalog>;
}

/** A client that answers as told, and remembers what it was asked. Any other question is a fault of the test. */
export function stubClient(answers: Answers = {}): Client & { readonly asked: Asked[]; answers: Answers } {
  const asked: Asked[] = [];
  const unasked = () => Promise.reject(new Error('This stub does not answer that.'));
  const stub = {
    asked,
    answers,
    catalog: async () => (stub.answers.catalog ?? catalog)(),
    summary: async (scope: string, query: SummaryQuery, options?: AskOptions) => {
      asked.push({ report: 'summary', scope, query, options });
      const answer = stub.answers.summary ?? ((one) => summaryOf(one.metrics.map((id, i) => [id, 16_216 + i])));
      return answer(query);
    },
    trend: async (scope: string, query: TrendQuery, options?: AskOptions) => {
      asked.push({ report: 'trend', scope, query, options });
      const answer = stub.answers.trend ?? ((one) => trendOf(one.metrics[0] ?? '', [3, 1, 4, 1, 5]));
      return answer(query);
    },
    apps: unasked,
    me: unasked,
    breakdown: unasked,
    distribution: unasked,
    retention: unasked,
    funnel: unasked,
    funnelNext: unasked,
    event: unasked,
    values: unasked,
    days: unasked,
    collect: unasked,
    clear: () => undefined,
  };
  return stub;
}

/** The built-in catalogue, as a back end answers it. */
export const catalog = (): Catalog => catalogOf({ reports: ['summary', 'trend', 'breakdown'] });

/** An answer that fails. */
export function failing(kind: RequestErrorKind, details: ConstructorParameters<typeof RequestError>[2] = {}) {
  return (): Promise<never> => Promise.reject(new RequestError(kind, kind, details));
}

/** An answer that stays out. */
export const silent = (): Promise<never> => new Promise<never>(() => undefined);

/** An answer to be given later. */
export function later<Answer>(): { promise: Promise<Answer>; answer: (value: Answer) => void } {
  let answer: (value: Answer) => void = () => undefined;
  const promise = new Promise<Answer>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}
