import { describe, expect, it } from 'vitest';
import type { EventDefinition, EventDefinitionList, Problem } from '#contract/api.js';
import { createMockBackend } from '#mocks/backend.js';
import { createMemoryStore } from '#server/index.js';
import { definitionsCases } from '../server/definitions/definitions-suite.js';

const base = 'https://mock.example/v1/apps/lantern-tea';
const now = Date.now();
const people = { days: 3, scale: 0.2, clock: { now: () => now } };
const input = { name: 'scan', display_name: 'Scan', method: 'api', template: 'blank', actions: [] };

const post = (body: object): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

describe('the mock back end keeps definitions, which', () => {
  it.each(definitionsCases)('$name', async ({ run }) => {
    const opened = run(createMemoryStore(), (store) => {
      const mock = createMockBackend({ ...people, store });
      return (request) => mock.respond(request);
    });
    await expect(opened).resolves.toBeUndefined();
  });

  it('say in the catalogue that they are there', async () => {
    const catalog = await (await createMockBackend(people).fetch('https://mock.example/v1/catalog')).json();
    expect(catalog).toMatchObject({ defines: true, collects: true });
  });

  it('stay when the scenario changes, and need the permission that a scenario takes away', async () => {
    const mock = createMockBackend(people);
    expect((await mock.fetch(`${base}/events`, post(input))).status).toBe(201);
    mock.scenario = 'long-names';
    const { definitions } = (await (await mock.fetch(`${base}/events`)).json()) as EventDefinitionList;
    expect(definitions.map(({ name }) => name)).toEqual(['scan']);
    mock.scenario = 'forbidden';
    const { permission } = (await (await mock.fetch(`${base}/events`)).json()) as Problem;
    expect(permission).toBe('events.read');
  });

  it.each([
    ['error', 500],
    ['rate-limited', 429],
  ] as const)('fail under the scenario %s as reports do, and collecting does not', async (scenario, status) => {
    const mock = createMockBackend({ ...people, scenario });
    for (const path of ['/events', '/events/1', '/funnels', '/queries'])
      expect((await mock.fetch(base + path)).status, path).toBe(status);
    expect((await mock.fetch(`${base}/events:collect`, { method: 'POST', body: '[]' })).status).toBe(200);
  });

  it('are held back under the scenario slow until they are let go', async () => {
    const mock = createMockBackend({ ...people, scenario: 'slow', latencyMs: Infinity });
    const asked = mock.fetch(`${base}/funnels`);
    expect((await mock.fetch('https://mock.example/v1/catalog')).status).toBe(200);
    mock.release();
    expect((await asked).status).toBe(200);
  });

  it('are dated by the clock of the mock', async () => {
    const at = Date.UTC(2026, 10, 22, 5, 30);
    const mock = createMockBackend({ ...people, clock: { now: () => at } });
    const made = (await (await mock.fetch(`${base}/events`, post(input))).json()) as EventDefinition;
    expect(made.created_at).toBe('2026-11-22T05:30:00.000Z');
  });

  it('are observed in what the people of the town do', async () => {
    const { observed } = (await (
      await createMockBackend(people).fetch(`${base}/events`)
    ).json()) as EventDefinitionList;
    expect(observed.length).toBeGreaterThan(3);
    expect(observed[0]!.count).toBeGreaterThanOrEqual(observed[1]!.count);
  });
});
