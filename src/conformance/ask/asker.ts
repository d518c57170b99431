import type { ReportName, ReportShapes } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { type Ask, type Exchange, written } from './exchange.js';
import { Refused } from './refused.js';

/** How a kit reaches a back end. */
export interface AskerOptions {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly token?: string | undefined;
  /** The network's, or that of a handler in this process. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Most requests at a time. */
  readonly concurrency: number;
  /** Waits, where the back end asks for patience. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Told of every exchange. */
  readonly heard: (exchange: Exchange) => void;
}

const MOST_RETRIES = 5;
const LONGEST_WAIT_SECONDS = 120;

/** Sends requests to one back end, a few at a time, and remembers the reports that it was given. */
export class Asker {
  readonly #options: AskerOptions;
  readonly #reports = new Map<string, Promise<Exchange>>();
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;
  /** Whether there has been an answer at all: a connection that breaks later is a finding. */
  #isMet = false;

  constructor(options: AskerOptions) {
    this.#options = options;
  }

  /** Sends one request. 429 and 503 are asked again after the time that they name. */
  async send(ask: Ask): Promise<Exchange> {
    for (let attempt = 0; ; attempt++) {
      const exchange = await this.#inTurn(() => this.#exchange(ask));
      this.#options.heard(exchange);
      const seconds = Number(exchange.answerHeaders.get('Retry-After') ?? NaN);
      const isLater = exchange.status === 429 || exchange.status === 503;
      if (!isLater || !(seconds <= LONGEST_WAIT_SECONDS) || attempt === MOST_RETRIES) return exchange;
      await this.#options.sleep(seconds * 1000);
    }
  }

  /** Sends a GET. */
  get(path: string, headers: Record<string, string> = {}): Promise<Exchange> {
    return this.send({ method: 'GET', path, headers });
  }

  /** Asks a report, with JSON; the same question is asked once. Throws {@link Refused}. */
  async report<Name extends ReportName>(
    name: Name,
    scope: Scope,
    query: ReportShapes[Name]['query'],
  ): Promise<ReportShapes[Name]['report']> {
    return (await this.#remembered(questionOf(name, scope, query))) as ReportShapes[Name]['report'];
  }

  /** Asks a GET whose answer is JSON; the same one is asked once. Throws {@link Refused}. */
  json(path: string): Promise<unknown> {
    return this.#remembered({ method: 'GET', path });
  }

  /** Forgets the reports: data may have moved on. */
  forget(): void {
    this.#reports.clear();
  }

  async #remembered(ask: Ask): Promise<unknown> {
    const key = written(ask) + JSON.stringify(ask.body ?? null);
    let asked = this.#reports.get(key);
    if (!asked) this.#reports.set(key, (asked = this.send(ask)));
    const exchange = await asked;
    if (exchange.status !== 200 || exchange.json === undefined) throw new Refused(exchange);
    return exchange.json;
  }

  async #exchange(ask: Ask): Promise<Exchange> {
    const { baseUrl, fetch, token: usual } = this.#options;
    const { method, path, body, token = usual } = ask;
    const headers = new Headers(ask.headers);
    if (token !== null && token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
    const content = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
    let response: Response;
    let text: string;
    try {
      response = await fetch(new Request(baseUrl + path, { method, headers, body: content }));
      text = await response.text();
    } catch (error) {
      if (!this.#isMet) throw error;
      const reason = `the connection broke: ${error instanceof Error ? causeOf(error) : String(error)}`;
      return { ...ask, asked: written(ask), status: 0, answerHeaders: new Headers(), text: reason, json: undefined };
    }
    this.#isMet = true;
    return {
      ...ask,
      asked: written(ask),
      status: response.status,
      answerHeaders: response.headers,
      text,
      json: parsed(text),
    };
  }

  async #inTurn<Value>(run: () => Promise<Value>): Promise<Value> {
    if (this.#underWay >= this.#options.concurrency) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#underWay++;
    try {
      return await run();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#underWay--;
    }
  }
}

/** The request that asks a report with JSON. */
export function questionOf(report: ReportName, scope: Scope, query: object): Ask {
  return { method: 'POST', path: `${pathOf(scope)}/reports/${report}`, body: query };
}

/** The path of a scope. */
export function pathOf(scope: Scope): string {
  return scope === 'superapp' ? '/v1/superapp' : `/v1/apps/${encodeURIComponent(scope.slice('apps/'.length))}`;
}

/** What went wrong, with its cause: `fetch` says of a network there what it was. */
export function causeOf({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== '' ? `${message} (${cause.message})` : message;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
