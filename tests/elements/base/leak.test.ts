import { expect, fixture, html } from '@open-wc/testing';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import '#elements/metric-card/metric-card.js';
import '#elements/scope/scope.js';
import { now } from './answers.js';
import { clientOf, elementOf, everyClient, everyElement, untilSettled } from './every-element.js';
import { part, untilSeen } from './shown.js';
import { failing, silent, stubClient, type Answers } from './stub-client.js';

/** Counts what is opened and not closed again while a test runs. */
class Ledger {
  readonly open = new Map<string, number>();
  readonly #undo: (() => void)[] = [];

  constructor() {
    for (const target of [window, document, document.documentElement, MediaQueryList.prototype]) {
      this.#wrap(target, 'addEventListener', (_, type) => this.#count(`listener ${String(type)}`, 1));
      this.#wrap(target, 'removeEventListener', (_, type) => this.#count(`listener ${String(type)}`, -1));
    }
    for (const { name, prototype } of [IntersectionObserver, ResizeObserver]) this.#watch(name, prototype);
  }

  /** What is still open. */
  left(): string[] {
    return [...this.open].filter(([, count]) => count > 0).map(([name, count]) => `${count} × ${name}`);
  }

  restore(): void {
    for (const undo of this.#undo) undo();
  }

  #count(name: string, by: number): void {
    this.open.set(name, (this.open.get(name) ?? 0) + by);
  }

  #watch(name: string, prototype: object): void {
    const targets = new Map<unknown, Set<unknown>>();
    const of = (observer: unknown): Set<unknown> => {
      const found = targets.get(observer) ?? new Set();
      targets.set(observer, found);
      return found;
    };
    const count = (): unknown =>
      this.open.set(
        name,
        [...targets.values()].reduce((sum, { size }) => sum + size, 0),
      );
    this.#wrap(prototype, 'observe', (observer, target) => of(observer).add(target) && count());
    this.#wrap(prototype, 'unobserve', (observer, target) => [of(observer).delete(target), count()]);
    this.#wrap(prototype, 'disconnect', (observer) => targets.delete(observer) && count());
  }

  #wrap(target: object, method: string, note: (self: unknown, ...args: unknown[]) => void): void {
    const methods = target as Record<string, (...args: unknown[]) => unknown>;
    const original = methods[method]!;
    methods[method] = function (this: unknown, ...args) {
      note(this, ...args);
      return original.apply(this, args);
    };
    this.#undo.push(() => (methods[method] = original));
  }
}

const cases: Record<string, { answers: Answers; shows: RegExp }> = {
  data: { answers: {}, shows: /16,216/ },
  offline: { answers: { summary: failing('offline') }, shows: /You are offline/ },
  'rate limited': { answers: { summary: failing('rate_limited') }, shows: /Tries again in 30 s\./ },
};

describe('an element that leaves the page leaves nothing behind', () => {
  for (const tag of Object.keys(everyElement)) {
    it(`${tag}, with its answer and while it waits for one`, async () => {
      const scope = await fixture<HTMLElement>(html`<ma-scope app="a" locale="en" .now=${now}></ma-scope>`);
      const round = async (): Promise<void> => {
        const element = elementOf(tag, { client: everyClient() });
        scope.append(element);
        await untilSettled(element);
        element.remove();
        const waiting = elementOf(tag, { client: clientOf(silent) });
        scope.append(waiting);
        await waiting.updateComplete;
        waiting.remove();
      };
      // The first brings what all that follow share.
      await round();
      const ledger = new Ledger();
      for (let count = 0; count < 5; count++) await round();
      ledger.restore();
      expect(ledger.left()).to.eql([]);
    });
  }
});

describe('a widget that leaves the page leaves nothing behind', () => {
  for (const [state, { answers, shows }] of Object.entries(cases)) {
    it(`when ${state}, ten times over`, async () => {
      const scope = await fixture(html`<ma-scope app="a" .client=${stubClient(answers)} .now=${now}></ma-scope>`);
      const ledger = new Ledger();
      for (let round = 0; round < 10; round++) {
        const card = document.createElement('ma-metric-card');
        card.metric = 'opens';
        scope.append(card);
        await untilSeen(card, shows);
        if (state === 'data') {
          part(card, '.about-button').click();
          await untilSeen(card, 'Time zone');
        }
        card.remove();
      }
      ledger.restore();
      expect(ledger.left()).to.eql([]);
    });
  }

  it('no timer of a countdown: it asks no more', async () => {
    const client = stubClient({ summary: failing('rate_limited', { retryAt: Date.now() }) });
    const card = await fixture<MaMetricCard>(
      html`<ma-metric-card app="a" metric="opens" .client=${client}></ma-metric-card>`,
    );
    await untilSeen(card, 'Tries again in 1 s.');
    const timers = new Set<number>();
    const { clearTimeout } = window;
    window.clearTimeout = (id) => {
      timers.add(Number(id));
      clearTimeout(id);
    };
    card.remove();
    window.clearTimeout = clearTimeout;
    expect(timers.size).to.equal(1);
  });
});
