import type { Clock } from '#contract/report-source.js';
import { createMemoryStore } from '#server/index.js';
import { createMockHost, type MockHostOptions } from './mock-host.js';
import { scenarios, type ScenarioName } from './scenarios/index.js';
import type { Back, Scenario, Stage } from './scenarios/scenario.js';

/** Options of {@link createMockBackend}. */
export interface MockBackendOptions extends Partial<MockHostOptions> {
  /** How it behaves at first. Default `normal`. */
  readonly scenario?: ScenarioName;
  /** How long the scenario `slow` holds a report back. Default 2,000 ms; `Infinity` until {@link MockBackend.release}. */
  readonly latencyMs?: number;
  /** What the scenario `rate-limited` asks for. Default 30. */
  readonly retryAfterSeconds?: number;
}

const defaults = { latencyMs: 2_000, retryAfterSeconds: 30 };
const systemClock: Clock = { now: () => Date.now() };

/**
 * A whole back end of the contract in memory: population, engine, handler with definitions, and the scenario in front of
 * them. Use `fetch` in a client, or `mockHandlers` with MSW.
 *
 * @example
 * const mock = createMockBackend({ scenario: 'slow', latencyMs: Infinity });
 * const client = createClient({ baseUrl: 'https://mock.example', fetch: mock.fetch });
 * mock.release();
 */
export class MockBackend {
  /** Can be changed at any time; the next request meets the new one. */
  scenario: ScenarioName;
  readonly #options: MockHostOptions;
  readonly #hosts = new Map<Scenario, Back>();
  readonly #held = new Set<() => void>();
  readonly #stage: Stage;

  constructor(options: MockBackendOptions = {}) {
    const { scenario = 'normal', latencyMs, retryAfterSeconds, clock = systemClock, ...host } = options;
    // Of all its scenarios: what was saved under one is there under the next.
    const store = options.store ?? createMemoryStore();
    this.scenario = scenario;
    this.#options = { ...host, clock, store };
    this.#stage = {
      hold: (signal) => this.#hold(latencyMs ?? defaults.latencyMs, signal),
      now: () => clock.now(host.timezone ?? 'UTC'),
      retryAfterSeconds: retryAfterSeconds ?? defaults.retryAfterSeconds,
    };
  }

  /** A `fetch` that this back end answers, whatever the origin; no service worker is needed. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await this.respond(new Request(input, init));
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };

  /** Answers one request. A network failure is `Response.error()`, as MSW wants it. */
  async respond(request: Request): Promise<Response> {
    const scenario: Scenario = scenarios[this.scenario];
    const asked = await withoutBase(request);
    const back: Back = (passed) => this.#host(scenario)(passed);
    return scenario.respond ? scenario.respond(asked, back, this.#stage) : back(asked);
  }

  /** Lets go every answer that the scenario `slow` holds back. */
  release(): void {
    for (const letGo of [...this.#held]) letGo();
  }

  /** Scenarios that know the same people share one engine. */
  #host(scenario: Scenario): Back {
    const key = scenario.scale !== undefined || scenario.apps || scenario.permissions ? scenario : scenarios.normal;
    let host = this.#hosts.get(key);
    if (!host) this.#hosts.set(key, (host = createMockHost(key, this.#options)));
    return host;
  }

  #hold(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        this.#held.delete(letGo);
        settle();
      };
      const letGo = done(resolve);
      const abort = done(() => reject(signal.reason as Error));
      const timer = Number.isFinite(ms) ? setTimeout(letGo, ms) : undefined;
      signal.addEventListener('abort', abort);
      this.#held.add(letGo);
      if (signal.aborted) abort();
    });
  }
}

/** Makes a mock back end. */
export function createMockBackend(options: MockBackendOptions = {}): MockBackend {
  return new MockBackend(options);
}

/** The handler's paths begin with `/v1`; a base URL may have put something before it. */
async function withoutBase(request: Request): Promise<Request> {
  const url = new URL(request.url);
  const at = url.pathname.indexOf('/v1/');
  if (at <= 0) return request;
  url.pathname = url.pathname.slice(at);
  const body = request.body ? await request.arrayBuffer() : null;
  const { method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body });
}
