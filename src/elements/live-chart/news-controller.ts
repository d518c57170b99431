import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Timers } from '#client/timers.js';

/** What a controller of news needs of its widget. */
export interface NewsOf {
  /** When there can be news, in epoch milliseconds; nothing where there can be none, or nobody is near to see them. */
  readonly due: () => number | undefined;
  readonly timers: () => Timers;
  /** Asks again. */
  readonly ask: () => void;
}

/**
 * Asks again when there can be news, and not before. It rests while the page is hidden; what came due meanwhile is asked
 * for once it is seen again.
 */
export class NewsController implements ReactiveController {
  readonly #of: NewsOf;
  #timer: unknown;
  #timers: Timers | undefined;
  #at: number | undefined;

  constructor(host: ReactiveControllerHost, of: NewsOf) {
    this.#of = of;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#plan);
  }

  hostUpdated(): void {
    this.#plan();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#plan);
    this.#wait(undefined);
  }

  readonly #plan = (): void => {
    this.#wait(document.visibilityState === 'visible' ? this.#of.due() : undefined);
  };

  #wait(at: number | undefined): void {
    if (at === this.#at) return;
    this.#timers?.clearTimeout(this.#timer);
    this.#at = at;
    if (at === undefined) return;
    this.#timers = this.#of.timers();
    this.#timer = this.#timers.setTimeout(() => this.#ring(), Math.max(0, at - this.#timers.now()));
  }

  #ring(): void {
    this.#at = undefined;
    this.#of.ask();
  }
}
