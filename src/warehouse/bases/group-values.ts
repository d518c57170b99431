import type { Row } from '../rows.js';
import type { GroupKey } from '../plan/grouping.js';

/** The counted values of metrics by group and period, group by group; what was not counted is 0. */
export class GroupValues {
  /** The keys of the groups, where they were met and not chosen before. */
  readonly keys: GroupKey[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #values = new Map<string, Map<number, number>>();

  constructor(
    metrics: readonly string[],
    private readonly periods: number,
    /** Whether a row's `k` is the number of a group. */
    private readonly areChosen: boolean,
  ) {
    for (const id of metrics) this.#values.set(id, new Map());
  }

  /** Puts the value of a metric that a row (`k, a, i`) has. */
  set(metric: string, row: Row, value: number): void {
    if (value !== 0) this.#values.get(metric)!.set(this.#groupOf(row) * this.periods + (row['i'] as number), value);
  }

  /** The value of a metric in a group and period, before it is divided. */
  at(metric: string, group: number, period: number): number | undefined {
    const values = this.#values.get(metric);
    return values && (values.get(group * this.periods + period) ?? 0);
  }

  /** Adds to each period what the periods before it hold. */
  addUp(metric: string): void {
    const values = this.#values.get(metric)!;
    const groups = new Set([...values.keys()].map((cell) => Math.floor(cell / this.periods)));
    for (const group of groups) {
      let sum = 0;
      for (let period = 0; period < this.periods; period++) {
        const cell = group * this.periods + period;
        sum += values.get(cell) ?? 0;
        values.set(cell, sum);
      }
    }
  }

  #groupOf({ k: key = null, a: app = '' }: Row): number {
    if (this.areChosen) return key as number;
    const id = JSON.stringify([key, app]);
    let group = this.#numbers.get(id);
    if (group === undefined) {
      group = this.keys.push({ key: key as GroupKey['key'], app: String(app) }) - 1;
      this.#numbers.set(id, group);
    }
    return group;
  }
}
