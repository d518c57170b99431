import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whom a cursor moves over the steps of. */
export interface StepCursorOf {
  /** How many steps there are. */
  readonly count: () => number;
  readonly isMirrored: () => boolean;
  /** The chosen step, from 1. */
  readonly chosen: () => number | undefined;
  readonly choose: (step: number | undefined) => void;
}

/**
 * The keys of a funnel's steps: one stop of the Tab key, arrows, Home and End go from step to step. While a step is
 * chosen the choice goes along; Escape lets go of it.
 */
export class StepCursor implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #of: StepCursorOf;
  #home = 1;

  constructor(host: ReactiveControllerHost & Element, of: StepCursorOf) {
    this.#host = host;
    this.#of = of;
    host.addController(this);
  }

  /** The step that the Tab key reaches: the chosen one, else the one that had the focus last. */
  get home(): number {
    return Math.max(1, Math.min(this.#of.chosen() ?? this.#home, this.#of.count()));
  }

  /** Moves, or lets go of a choice, if the key says so. */
  readonly press = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    if (key === 'Escape' && this.#of.chosen() !== undefined) {
      event.preventDefault();
      this.#home = this.home;
      this.#of.choose(undefined);
      return;
    }
    const from = Number((event.target as HTMLElement).dataset['step'] ?? this.home);
    const to = this.#target(key, from);
    if (to === undefined) return;
    event.preventDefault();
    void this.#go(Math.max(1, Math.min(to, this.#of.count())));
  };

  hostConnected(): void {
    // The focus is wherever it was left.
  }

  #target(key: string, from: number): number | undefined {
    const mirrored = this.#of.isMirrored();
    const to: Readonly<Record<string, number>> = {
      [mirrored ? 'ArrowLeft' : 'ArrowRight']: from + 1,
      [mirrored ? 'ArrowRight' : 'ArrowLeft']: from - 1,
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      Home: 1,
      End: this.#of.count(),
    };
    return to[key];
  }

  async #go(step: number): Promise<void> {
    const chosen = this.#of.chosen();
    this.#home = step;
    if (chosen !== undefined && chosen !== step) this.#of.choose(step);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>(`[data-step="${step}"]`)?.focus();
  }
}
