import { expect, fixture, html } from '@open-wc/testing';
import { createClient } from '#client/client.js';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import '#elements/metric-card/metric-card.js';
import type { MaScope } from '#elements/scope/scope.element.js';
import '#elements/scope/scope.js';
import type { SummaryReport } from '#contract/api.js';
import { now, summaryOf } from './answers.js';
import { seen, untilSeen } from './shown.js';
import { catalog, later, silent, stubClient } from './stub-client.js';
import { until } from './until.js';

/** What is on the page when the browser is about to paint the frame that follows a change. */
function atNextPaint(card: MaMetricCard, change: () => void): Promise<string> {
  return new Promise((resolve) => {
    change();
    requestAnimationFrame(() => resolve(seen(card)));
  });
}

async function scopeOf(settings: Partial<MaScope>): Promise<{ scope: MaScope; card: MaMetricCard }> {
  const scope = await fixture<MaScope>(html`<ma-scope><ma-metric-card metric="opens"></ma-metric-card></ma-scope>`);
  Object.assign(scope, { app: 'lantern-tea', now, ...settings });
  return { scope, card: scope.querySelector('ma-metric-card')! };
}

/** A back end whose every answer is 16,216 opens. */
const answers = (request: Request): Promise<Response> => respond(request, 16_216);

async function respond(request: Request, opens: number): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/v1/catalog') return json(catalog());
  const items = (await request.json()) as { id: string; report: string }[];
  const trend = { meta: summaryOf([]).meta, buckets: [], series: [], comparisons: [] };
  return json(
    items.map(({ id, report }) => ({
      id,
      status: 200,
      body: report === 'trend' ? trend : summaryOf([['opens', opens]]),
    })),
  );
}

const json = (body: unknown): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

describe('old numbers are gone before the first paint', () => {
  it('after another app is chosen', async () => {
    const client = stubClient();
    const { scope, card } = await scopeOf({ client });
    await untilSeen(card, '16,216');
    client.answers = { summary: silent, trend: silent };
    expect(await atNextPaint(card, () => (scope.app = 'city-pass'))).to.not.contain('16,216');
  });

  it('after all apps are chosen', async () => {
    const client = stubClient();
    const { scope, card } = await scopeOf({ client });
    await untilSeen(card, '16,216');
    client.answers = { summary: silent, trend: silent };
    const choose = (): unknown => Object.assign(scope, { app: undefined, superapp: true });
    expect(await atNextPaint(card, choose)).to.not.contain('16,216');
  });

  it('after the tenant changes, with another client', async () => {
    const { scope, card } = await scopeOf({ client: stubClient() });
    await untilSeen(card, '16,216');
    const other = stubClient({ summary: silent, trend: silent });
    expect(await atNextPaint(card, () => (scope.client = other))).to.not.contain('16,216');
  });

  for (const [what, change] of Object.entries<(scope: MaScope) => void>({
    'the identity': (scope) => (scope.identity = 'mei@harbour'),
    'the token': (scope) => (scope.getToken = () => 'another'),
    'the back end': (scope) => (scope.baseUrl = 'https://other.example'),
  })) {
    it(`after ${what} of a scope changes`, async () => {
      const { fetch } = window;
      window.fetch = (input) => answers(input as Request);
      const settings = { baseUrl: 'https://metrics.example', identity: 'ann@acme', getToken: () => 'one' };
      const { scope, card } = await scopeOf(settings);
      await untilSeen(card, '16,216');
      window.fetch = silent;
      const painted = await atNextPaint(card, () => change(scope));
      window.fetch = fetch;
      expect(painted).to.not.contain('16,216');
    });
  }

  it('after the identity behind a client changes, as soon as anything asks it', async () => {
    let identity = 'ann@acme';
    let [isOpen, asked] = [true, 0];
    const client = createClient({
      baseUrl: 'https://metrics.example',
      identity: () => identity,
      fetch: (request) => {
        asked++;
        return isOpen ? answers(request) : silent();
      },
    });
    const { card } = await scopeOf({ client });
    await untilSeen(card, '16,216');
    const before = asked;
    isOpen = false;
    card.refresh();
    await until(() => asked > before);
    expect(seen(card)).to.contain('16,216'); // a refresh keeps them
    identity = 'mei@harbour';
    void client.catalog().catch(() => undefined);
    await new Promise(requestAnimationFrame);
    expect(seen(card)).to.not.contain('16,216');
  });
});

describe('an answer that comes too late is dropped', () => {
  const lateAnswer = (): { client: ReturnType<typeof stubClient>; answer: (report: SummaryReport) => void } => {
    const { promise, answer } = later<SummaryReport>();
    let asked = 0;
    const client = stubClient({ summary: () => (asked++ === 0 ? promise : summaryOf([['opens', 5]])) });
    return { client, answer };
  };

  it('when another app is shown by now', async () => {
    const { client, answer } = lateAnswer();
    const { scope, card } = await scopeOf({ client });
    await until(() => client.asked.length > 0);
    scope.app = 'city-pass';
    await untilSeen(card, 'Opens 5');
    answer(summaryOf([['opens', 16_216]]));
    await new Promise(requestAnimationFrame);
    expect(seen(card)).to.contain('Opens 5');
  });

  it('when another tenant is shown by now', async () => {
    const { client, answer } = lateAnswer();
    const { scope, card } = await scopeOf({ client });
    await until(() => client.asked.length > 0);
    scope.client = stubClient({ summary: () => summaryOf([['opens', 5]]) });
    await untilSeen(card, 'Opens 5');
    answer(summaryOf([['opens', 16_216]]));
    await new Promise(requestAnimationFrame);
    expect(seen(card)).to.contain('Opens 5');
  });
});

describe('another range in a scope', () => {
  const cardOf = async (): Promise<{ scope: MaScope; card: MaMetricCard; client: ReturnType<typeof stubClient> }> => {
    const client = stubClient();
    const { scope, card } = await scopeOf({ client });
    await untilSeen(card, '16,216');
    return { scope, card, client };
  };
  const isDimmed = (card: MaMetricCard): boolean => card.shadowRoot!.querySelector('.dimmed') !== null;

  it('is asked for before the numbers on show are dimmed, and they are once the card is up to date', async () => {
    const { scope, card, client } = await cardOf();
    const wereDimmed: boolean[] = [];
    const ask = (): Promise<never> => {
      wereDimmed.push(isDimmed(card));
      return new Promise(() => undefined);
    };
    client.answers = { summary: ask, trend: ask };
    scope.range = 'last_15_days';
    await scope.updateComplete;
    await card.updateComplete;
    expect(wereDimmed.length).to.be.greaterThan(0);
    expect(wereDimmed).to.not.include(true);
    expect(isDimmed(card)).to.equal(true);
    expect(seen(card)).to.contain('16,216');
  });
});
