import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Width and height of a box in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Knows the size of one box in a host's shadow root, and asks for an update when it changes. */
export class SizeController implements ReactiveController {
  /** The box's size, absent until it is laid out. */
  size: Size | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #find: () => Element | null | undefined;
  #box: Element | undefined;
  #frame: number | undefined;
  readonly #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost, find: () => Element | null | undefined) {
    this.#host = host;
    this.#find = find;
    // absent where elements are rendered on a server
    if (typeof ResizeObserver === 'function') this.#observer = new ResizeObserver((entries) => this.#measured(entries));
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#box) this.#observer?.observe(this.#box);
  }

  hostUpdated(): void {
    const box = this.#find() ?? undefined;
    if (box === this.#box) return;
    if (this.#box) this.#observer?.unobserve(this.#box);
    if (box) this.#observer?.observe(box);
    this.#box = box;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #measured(entries: readonly ResizeObserverEntry[]): void {
    const box = entries.at(-1)?.contentRect;
    if (!box) return;
    const [width, height] = [Math.round(box.width), Math.round(box.height)];
    if (this.size?.width === width && this.size.height === height) return;
    this.size = { width, height };
    // in the next frame: what is drawn at the new size would else be observed in the same one, again and again
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#host.requestUpdate();
    });
  }
}
