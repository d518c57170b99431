import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a reader pauses before what is typed is looked for. */
const PAUSE_MS = 250;

/** Waits until somebody has stopped typing. What is not done by the time the element goes is not done. */
export class TypingController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Does it after a pause, or at once; what was to be done before is not. */
  then(act: () => void, isFinal: boolean): void {
    clearTimeout(this.#timer);
    if (isFinal) act();
    else this.#timer = setTimeout(act, PAUSE_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
