import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

interface Operation {
  tags: string[];
  responses: Record<string, { $ref?: string; headers?: object; content?: Record<string, object> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Operation['responses'][string]> };
}

const document = parse(readFileSync(new URL('../../src/contract/openapi.yaml', import.meta.url), 'utf8')) as Document;
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(document, 'openapi');
const validators = new Map<string, ValidateFunction>();

/** Every operation of the document. */
export function operations(): { path: string; method: string; tags: string[] }[] {
  const verbs = ['get', 'post', 'put', 'delete'];
  return Object.entries(document.paths).flatMap(([path, item]) =>
    verbs.filter((verb) => item[verb]).map((verb) => ({ path, method: verb.toUpperCase(), tags: item[verb]!.tags })),
  );
}

/** What an answer breaks of the OpenAPI document, in words; empty where it conforms. */
export async function faultsOf(path: string, method: string, response: Response): Promise<string[]> {
  const template = Object.keys(document.paths).find((candidate) => matches(candidate, path.replaceAll('%3A', ':')));
  const verb = method.toLowerCase() === 'head' ? 'get' : method.toLowerCase();
  const operation = template === undefined ? undefined : document.paths[template]?.[verb];
  if (template === undefined || !operation) return bodyFaults('openapi#/components/schemas/Problem', response);
  const pointer = responsePointer(template, verb, operation, response.status);
  if (pointer === undefined) return [`${method} ${path} does not document the status ${String(response.status)}`];
  const { content = {} } = resolve(pointer);
  const type = response.headers.get('Content-Type')?.split(';')[0] ?? '';
  if (Object.keys(content).length === 0 || method === 'HEAD') {
    const text = await response.clone().text();
    return text === '' ? [] : [`${method} ${path} ${String(response.status)} has a body`];
  }
  if (!(type in content)) return [`${method} ${path} answers ${type}, not ${Object.keys(content).join(', ')}`];
  return bodyFaults(`openapi#${pointer}/content/${escapePointer(type)}/schema`, response);
}

/** Throws what an answer breaks of the OpenAPI document. */
export async function conforms(path: string, method: string, response: Response): Promise<void> {
  const faults = await faultsOf(path, method, response);
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n${await response.clone().text()}`);
}

function matches(template: string, path: string): boolean {
  const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path);
}

function responsePointer(template: string, verb: string, operation: Operation, status: number): string | undefined {
  const response = operation.responses[String(status)];
  if (!response) return undefined;
  if (response.$ref) return response.$ref.slice(1);
  return `/paths/${escapePointer(template)}/${verb}/responses/${String(status)}`;
}

function resolve(pointer: string): Operation['responses'][string] {
  let at: unknown = document;
  for (const step of pointer.split('/').slice(1)) {
    at = (at as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return at as Operation['responses'][string];
}

async function bodyFaults(schema: string, response: Response): Promise<string[]> {
  let validate = validators.get(schema);
  if (!validate) validators.set(schema, (validate = ajv.compile({ $ref: encodeURI(schema) })));
  const body = (await response.clone().json()) as unknown;
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
}

function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
