import { createClient, type Client } from '#client/index.js';
import { createMockBackend, scenarioNames, type ScenarioName } from '#mocks/index.js';

/** The moment that the stories show: half past one on a Sunday in Shanghai. */
export const now = (): number => Date.parse('2026-11-22T05:30:00Z');

const clients = new Map<ScenarioName, Client>();

/** A client of a mock back end that behaves as a scenario says; one for all stories, so that its events are made once. */
export function clientOf(scenario: ScenarioName): Client {
  let client = clients.get(scenario);
  if (!client) {
    const mock = createMockBackend({
      scenario,
      clock: { now },
      scale: 0.25,
      latencyMs: Infinity,
      retryAfterSeconds: 60,
    });
    client = createClient({ baseUrl: 'https://mock.example', fetch: mock.fetch, retry: { retries: 0 } });
    clients.set(scenario, client);
  }
  return client;
}

/** The control that chooses a scenario. */
export const scenarioControl = {
  control: { type: 'select' },
  options: scenarioNames,
  description: 'How the mock back end behaves',
  table: { category: 'story' },
} as const;
