import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** The parts of an OpenAPI document that the kit reads. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly responses: Readonly<Record<string, unknown>> };
}

interface HeaderObject {
  readonly $ref?: string;
  readonly schema?: { readonly const?: string };
}

interface ResponseObject {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, HeaderObject>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** What the document says of one answer. */
export interface ExpectedAnswer {
  /** Media types by name, each with what is wrong with a body of it. None where there is no body. */
  readonly types: readonly string[];
  readonly faultsOf: (type: string, body: unknown) => string[];
  /** The headers of the answer; `only` is the one value that it may have. */
  readonly headers: readonly { readonly name: string; readonly only: string | undefined }[];
}

const VERBS = ['get', 'post', 'put', 'delete'];
const MOST_FAULTS = 5;

/** The OpenAPI document of the contract, asked what an answer has to look like. */
export class ContractDocument {
  readonly #document: OpenApiDocument;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #templates: readonly { readonly template: string; readonly pattern: RegExp }[];

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#templates = Object.keys(document.paths).map((template) => ({ template, pattern: patternOf(template) }));
    (formats as unknown as { default: (ajv: Ajv2020) => void }).default(this.#ajv);
    this.#ajv.addSchema(document, 'openapi');
  }

  /** Every operation, such as `GET /v1/apps/{app}/days`. */
  operations(): { readonly method: string; readonly path: string }[] {
    return Object.entries(this.#document.paths).flatMap(([path, item]) =>
      VERBS.filter((verb) => item[verb]).map((verb) => ({ method: verb.toUpperCase(), path })),
    );
  }

  /** The path of the document that a request was sent to; nothing where there is none. */
  pathOf(path: string): string | undefined {
    const plain = path.replace(/\?.*$/, '').replaceAll('%3A', ':');
    return this.#templates.find(({ pattern }) => pattern.test(plain))?.template;
  }

  /** What the document says of an answer: `undefined` of an unknown operation, `null` of a status it does not name. */
  expected(method: string, path: string, status: number): ExpectedAnswer | null | undefined {
    const template = this.pathOf(path);
    const operation = template === undefined ? undefined : this.#document.paths[template]?.[method.toLowerCase()];
    if (template === undefined || operation === undefined) return undefined;
    const named = (operation as { responses: Record<string, ResponseObject> }).responses[String(status)];
    if (!named) return null;
    const own = `/paths/${escaped(template)}/${method.toLowerCase()}/responses/${status}`;
    const pointer = named.$ref?.slice(1) ?? own;
    const { content = {}, headers = {} } = this.#at<ResponseObject>(pointer);
    return {
      types: Object.keys(content),
      faultsOf: (type, body) => this.#faults(`${pointer}/content/${escaped(type)}/schema`, body),
      headers: Object.entries(headers).map(([name, header]) => ({ name, only: this.#constOf(header) })),
    };
  }

  /** What is wrong with a value against a schema of the components. */
  faultsOf(schema: string, value: unknown): string[] {
    return this.#faults(`/components/schemas/${schema}`, value);
  }

  #constOf(header: HeaderObject): string | undefined {
    return (header.$ref === undefined ? header : this.#at<HeaderObject>(header.$ref.slice(1))).schema?.const;
  }

  #faults(pointer: string, value: unknown): string[] {
    let validate = this.#validators.get(pointer);
    if (!validate) {
      validate = this.#ajv.compile({ $ref: encodeURI(`openapi#${pointer}`) });
      this.#validators.set(pointer, validate);
    }
    if (validate(value)) return [];
    const faults = (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`,
    );
    return [...new Set(faults)].slice(0, MOST_FAULTS);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows what lies there
  #at<Shape>(pointer: string): Shape {
    let at: unknown = this.#document;
    for (const step of pointer.split('/').slice(1)) {
      at = (at as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
    }
    return at as Shape;
  }
}

function patternOf(template: string): RegExp {
  const escapedTemplate = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escapedTemplate.replace(/\{\w+\}/g, '[^/]+')}$`);
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
