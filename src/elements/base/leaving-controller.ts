import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Has the browser ask before a page with unsaved changes is left or reloaded. It listens only while there are some. */
export class LeavingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #isUnsaved: () => boolean;
  #listens = false;
  readonly #hold = (event: BeforeUnloadEvent): void => event.preventDefault();

  constructor(host: ReactiveControllerHost & Element, isUnsaved: () => boolean) {
    this.#host = host;
    this.#isUnsaved = isUnsaved;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#listen(this.#host.isConnected && this.#isUnsaved());
  }

  hostDisconnected(): void {
    this.#listen(false);
  }

  /** A listener that is always there would keep the page out of the browser's back-forward cache. */
  #listen(listens: boolean): void {
    if (listens === this.#listens) return;
    this.#listens = listens;
    if (listens) addEventListener('beforeunload', this.#hold);
    else removeEventListener('beforeunload', this.#hold);
  }
}
