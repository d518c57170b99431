/** Holds one value and tells those who watch it when it changes. */
export class Store<State extends object> {
  #state: State;
  readonly #watchers = new Set<(state: State, before: State) => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** Changes some of it. Watchers hear of it once, and only if something is different. */
  set(change: Partial<State>): void {
    const before = this.#state;
    const keys = Object.keys(change) as (keyof State)[];
    if (keys.every((key) => Object.is(before[key], change[key]))) return;
    this.#state = { ...before, ...change };
    for (const watcher of [...this.#watchers]) watcher(this.#state, before);
  }

  /** Calls back on every change. */
  watch(watcher: (state: State, before: State) => void): void {
    this.#watchers.add(watcher);
  }
}
