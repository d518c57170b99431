import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { conform, rules, type ConformOptions, type OpenApiDocument, type Verdict } from '#conformance/index.js';
import type { ReportSource } from '#contract/report-source.js';
import { createDefinitions, createHandler, createMemoryStore, type Permissions } from '#server/index.js';

const path = new URL('../../src/contract/openapi.yaml', import.meta.url);

/** The OpenAPI document, as read from its source. */
export const document = parse(readFileSync(path, 'utf8')) as OpenApiDocument;

/** What answers a request. */
export type Fetch = ConformOptions['fetch'];

/** The contract's handler over a source, with definitions. */
export function handlerOver(reports: ReportSource, permissions?: Permissions): Fetch {
  const definitions = createDefinitions({ store: createMemoryStore() });
  const handler = createHandler({ reports, definitions, ...(permissions && { permissions }) });
  return (request) => handler.fetch(request);
}

/** Judges what answers. */
export function judge(fetch: Fetch, options: Partial<ConformOptions> = {}): Promise<Verdict> {
  return conform({ baseUrl: 'http://back.end', fetch, document, sleep: () => Promise.resolve(), ...options });
}

/** The rules whose ids begin with one of these. */
export function rulesOf(...beginnings: string[]): typeof rules {
  return rules.filter(({ id }) => beginnings.some((beginning) => id.startsWith(beginning)));
}

/** All other rules. */
export function rulesButFor(...beginnings: string[]): typeof rules {
  return rules.filter(({ id }) => !beginnings.some((beginning) => id.startsWith(beginning)));
}

/** The ids of the broken rules, each with the first that shows it. */
export function brokenOf({ outcomes }: Verdict): Record<string, unknown> {
  const broken = outcomes.filter(({ result }) => result === 'broken');
  return Object.fromEntries(broken.map(({ id, findings }) => [id, findings[0]]));
}

/** The ids of the rules that were left out. */
export function skippedOf({ outcomes }: Verdict): string[] {
  return outcomes.filter(({ result }) => result === 'skipped').map(({ id }) => id);
}
