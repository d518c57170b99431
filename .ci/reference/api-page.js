import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { problems } from '#contract/problems.js';
import { table } from './table.js';

const file = path.resolve(import.meta.dirname, '../../src/contract/openapi.yaml');

/**
 * @typedef {{ $ref: string }} Reference
 * @typedef {{ name: string, in: string, required?: boolean, description?: string, schema?: Record<string, unknown> }} Parameter
 * @typedef {{ operationId: string, summary: string, tags: string[], parameters?: (Parameter | Reference)[],
 *   requestBody?: { content: Record<string, { schema?: Partial<Reference> }> }, responses: Record<string, { content?: Record<string, { schema?: Partial<Reference> }> }> }} Operation
 * @typedef {{ info: { description: string, version: string }, tags: { name: string, description: string }[],
 *   paths: Record<string, Record<string, unknown>>, components: { parameters: Record<string, Parameter> } }} Document
 */

/** The page of endpoints, parameters and problems, from the OpenAPI document. */
export function apiPage() {
  const document = /** @type {Document} */ (parse(readFileSync(file, 'utf8')));
  const operations = operationsOf(document);
  return [
    '# The metrics API',
    `Version ${document.info.version}, made from [\`openapi.yaml\`](../../src/contract/openapi.yaml), which has the shapes and an example of each answer.`,
    document.info.description.trim(),
    ...document.tags.flatMap(({ name, description }) => [
      `## ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`,
      description,
      endpointTable(operations.filter(({ operation }) => operation.tags.includes(name))),
    ]),
    '## Parameters',
    table(
      ['parameter', 'in', 'meaning'],
      unique(Object.values(document.components.parameters)).map((parameter) => [
        `\`${parameter.name}\``,
        parameter.in,
        parameter.description ?? '',
      ]),
    ),
    '## Problems',
    'Errors are `application/problem+json` (RFC 9457); `code` is for programs, `errors` lists every fault of the request.',
    table(
      ['code', 'status', 'title'],
      Object.entries(problems).map(([code, { status, title }]) => [`\`${code}\``, String(status), title]),
    ),
    '',
  ].join('\n\n');
}

/** @param {Document} document */
function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([at, item]) =>
    ['get', 'post', 'put', 'delete'].flatMap((method) => {
      const operation = /** @type {Operation | undefined} */ (item[method]);
      return operation ? [{ at, method, operation }] : [];
    }),
  );
}

/** @param {ReturnType<typeof operationsOf>} operations */
function endpointTable(operations) {
  return table(
    ['endpoint', 'what', 'asks', 'answers'],
    operations.map(({ at, method, operation }) => [
      `\`${method.toUpperCase()} ${at}\``,
      operation.summary,
      asked(operation),
      schemaName(Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1].content),
    ]),
  );
}

/** @param {Operation} operation */
function asked(operation) {
  if (operation.requestBody) return schemaName(operation.requestBody.content);
  return (operation.parameters ?? [])
    .map((parameter) => ('$ref' in parameter ? parameter.$ref.split('/').at(-1) : parameter.name))
    .map((key) => `\`${plain(key ?? '')}\``)
    .join(' ');
}

/** @param {Record<string, { schema?: Partial<Reference> }> | undefined} content */
function schemaName(content) {
  const json = content?.['application/json'] ?? content?.['application/x-ndjson'];
  const name = json?.schema?.$ref?.split('/').at(-1);
  return name ? `\`${name}\`` : content ? 'raw events' : '';
}

/** @param {string} key */
function plain(key) {
  return key.replace(/Required$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** @param {Parameter[]} parameters */
function unique(parameters) {
  return [...new Map(parameters.map((parameter) => [parameter.name, parameter])).values()];
}
