import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & Element;

const hosts = new WeakMap<Element, VisibilityController>();
let shared: IntersectionObserver | undefined;

/** One observer for all widgets of the page. A widget counts as seen somewhat before it is in view. */
function observer(): IntersectionObserver {
  return (shared ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) hosts.get(target)?.see(isIntersecting);
    },
    { rootMargin: '256px' },
  ));
}

/** Knows whether a widget has been near the viewport: one that never was asks for nothing. */
export class VisibilityController implements ReactiveController {
  readonly #host: Host;
  #isNear = false;
  #wasNear = false;

  constructor(host: Host) {
    this.#host = host;
    hosts.set(host, this);
    host.addController(this);
  }

  /** Whether the widget is near the viewport now. */
  get isNear(): boolean {
    return this.#isNear;
  }

  /** Whether it has ever been since it was connected. */
  get wasNear(): boolean {
    return this.#wasNear;
  }

  /** Told by the observer. */
  see(isNear: boolean): void {
    if (isNear === this.#isNear) return;
    this.#isNear = isNear;
    this.#wasNear ||= isNear;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    observer().observe(this.#host);
  }

  hostDisconnected(): void {
    observer().unobserve(this.#host);
    this.#isNear = false;
    this.#wasNear = false;
  }
}
