import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RequestError } from '#client/request-error.js';
import { problemOf } from './widget-state.js';

type Host = ReactiveControllerHost & { refresh(): void };

/** When a back end that limits does not say how long. */
const defaultPauseMs = 30_000;
/** A back end that says “now” is given this long, so that a widget never asks in a circle. */
const leastPauseMs = 1000;

/**
 * Brings a widget back by itself: after a rate limit when its time is over, after being offline when the connection is
 * back. Counts the seconds down while they are shown.
 */
export class ComebackController implements ReactiveController {
  readonly #host: Host;
  readonly #refresh = (): void => {
    this.forget();
    this.#host.refresh();
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryAt: number | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Whole seconds until it asks again; nothing where it does not. */
  get secondsLeft(): number | undefined {
    return this.#retryAt === undefined ? undefined : Math.max(0, Math.ceil((this.#retryAt - Date.now()) / 1000));
  }

  /** Prepares the way back from a failure. */
  await(error: Error): void {
    this.forget();
    const problem = problemOf(error);
    if (problem === 'offline') window.addEventListener('online', this.#refresh);
    if (problem === 'limited') {
      const { retryAt = Date.now() + defaultPauseMs } = error as Partial<RequestError>;
      this.#retryAt = Math.max(retryAt, Date.now() + leastPauseMs);
      this.#tick();
    }
  }

  /** Stops waiting. */
  forget(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#refresh);
    this.#retryAt = undefined;
  }

  hostDisconnected(): void {
    this.forget();
  }

  #tick(): void {
    const left = (this.#retryAt ?? 0) - Date.now();
    if (left <= 0) {
      this.#refresh();
      return;
    }
    this.#timer = setTimeout(
      () => {
        this.#host.requestUpdate();
        this.#tick();
      },
      left % 1000 || 1000,
    );
  }
}
