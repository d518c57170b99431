import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { BatchItem, BreakdownReport, Catalog, SummaryReport, TrendReport } from '#contract/api.js';

const document = parse(readFileSync(new URL('../../src/contract/openapi.yaml', import.meta.url), 'utf8')) as {
  components: { schemas: Record<string, Schema>; examples: Record<string, { value: unknown }> };
};

/** As much of JSON Schema as the tests read. */
export interface Schema {
  $ref?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
}

/** Schemas of the contract. */
export const { schemas } = document.components;

/** A copy of an example of the contract. */
export const example = (name: string): unknown => structuredClone(document.components.examples[name]?.value);

/** A summary, as the contract shows it. */
/** What a schema is called after a report. */
export const inPascalCase = (name: string): string =>
  name.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());

export const summaryExample = (): SummaryReport => example('SummaryReport') as SummaryReport;
/** A summary of these metrics. */
export function summaryOf(metrics: readonly string[] = []): SummaryReport {
  return { ...summaryExample(), metrics: metrics.map((metric) => ({ metric, value: 1, comparisons: [] })) };
}
/** A trend, as the contract shows it. */
export const trendExample = (): TrendReport => example('TrendReport') as TrendReport;
/** A breakdown, as the contract shows it. */
export const breakdownExample = (): BreakdownReport => example('BreakdownReport') as BreakdownReport;

/** A small catalogue. */
export const catalogExample = (changes: Partial<Catalog> = {}): Catalog => ({
  metrics: [],
  dimensions: [],
  event_fields: [],
  sources: [],
  profiles: [],
  default_profile: 'standard',
  default_timezone: 'UTC',
  reports: ['summary', 'trend', 'breakdown'],
  granularities: ['day'],
  limits: { max_batch: 32 } as Catalog['limits'],
  batches: true,
  collects: true,
  ...changes,
});

/** What the back end was asked. */
export interface Asked {
  method: string;
  path: string;
  body: unknown;
  headers: Headers;
  signal: AbortSignal;
  cache: RequestCache;
}

/** A status with a body, a ready response, or a body with status 200. */
export type Reply = Response | { status: number; body?: unknown; headers?: Record<string, string> };
type Answer = (asked: Asked, turn: number) => Reply | Promise<Reply>;

/** JSON with status 200. */
export const ok = (body: unknown): Reply => ({ status: 200, body });

/** A problem as the contract words it. */
export const problem = (status: number, code = 'failed', headers: Record<string, string> = {}, more = {}): Reply => ({
  status,
  headers,
  body: { type: 'about:blank', title: `Problem ${code}`, status, code, ...more },
});

/** A back end that is a function. */
export interface StubBackEnd {
  fetch: (request: Request) => Promise<Response>;
  /** What it was asked, in order. */
  asked: Asked[];
  /** The same as lines of method and path. */
  paths: () => string[];
  /** Resolves once it has been asked so many times. */
  reached: (count: number) => Promise<void>;
}

/** A fetch that answers from a function and remembers what it was asked. */
export function stubBackEnd(answer: Answer): StubBackEnd {
  const asked: Asked[] = [];
  let heard = (): void => undefined;
  return {
    asked,
    paths: () => asked.map(({ method, path }) => `${method} ${path}`),
    reached: async (count) => {
      while (asked.length < count) await new Promise<void>((resolve) => (heard = resolve));
    },
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      const text = await request.text();
      const { method, headers, signal, cache } = request;
      const one = { method, path: pathname + search, body: text ? parseJson(text) : undefined, headers, signal, cache };
      asked.push(one);
      heard();
      const reply = await answer(one, asked.length);
      if (reply instanceof Response) return reply;
      return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
        status: reply.status,
        headers: { 'content-type': 'application/json', ...reply.headers },
      });
    },
  };
}

/** Answers a batch item by item. */
export const batchOf = (asked: Asked, answer: (item: BatchItem) => { status: number; body: unknown }): Reply =>
  ok((asked.body as BatchItem[]).map((item) => ({ id: item.id, ...answer(item) })));

/** A promise that the test settles. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
