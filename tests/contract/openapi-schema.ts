import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The OpenAPI document, as read from its source. */
export const openapi = parse(
  readFileSync(new URL('../../src/contract/openapi.yaml', import.meta.url), 'utf8'),
) as OpenApiDocument;

/** The part of an OpenAPI document that the tests look at. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, unknown>>;
  components: {
    schemas: Record<string, object>;
    examples: Record<string, { value: unknown }>;
    responses: Record<string, object>;
  };
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (instance: Ajv2020) => void)(ajv);
ajv.addSchema(openapi, 'openapi');
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value against a schema of the document; empty where nothing is. */
export function schemaErrors(name: string, value: unknown): string[] {
  if (!(name in openapi.components.schemas)) return [`The document has no schema ${name}.`];
  const pointer = `openapi#/components/schemas/${name}`;
  const validate = compiled.get(name) ?? ajv.compile({ $ref: pointer });
  compiled.set(name, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${name}${error.instancePath} ${error.message ?? ''}`);
}
