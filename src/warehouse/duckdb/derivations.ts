import { derive, type DeriveBasis, type OpenTables } from '../derive/derivation.js';
import type { OpenRules } from '../derive/rows.js';
import { inTransaction, type Turns } from './turns.js';

/** Tables of opens, and the number of the first event that is not in them. */
export interface Derived {
  readonly tables: OpenTables;
  readonly upto: number;
}

/** Who waits for tables of opens. */
interface Waiter {
  readonly begin: () => Promise<void>;
  readonly resolve: (derived: Derived) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Brings tables of opens up to date. Where that is done beside the writer of events, events come in meanwhile: only those are
 * cut that were committed before.
 */
export class Derivations {
  readonly #waiting = new Map<string, Waiter[]>();

  constructor(
    private readonly turns: Turns,
    private readonly basis: DeriveBasis,
    private readonly log: { readonly nextSeq: number },
  ) {}

  /**
   * Cuts opens of all events that there are. Questions that come while others are being served share the next cut.
   *
   * @param begin begins to read the tables: it runs before they change again.
   */
  bringUpToDate(rules: OpenRules, begin: () => Promise<void>): Promise<Derived> {
    const key = JSON.stringify(rules);
    return new Promise((resolve, reject) => {
      const waiter = { begin, resolve, reject };
      const waiting = this.#waiting.get(key);
      if (waiting) {
        waiting.push(waiter);
        return;
      }
      this.#waiting.set(key, [waiter]);
      void this.#serve(key, rules);
    });
  }

  async #serve(key: string, rules: OpenRules): Promise<void> {
    let served: Waiter[] = [];
    try {
      await this.turns.alone(async (connection) => {
        served = this.#waiting.get(key)!;
        this.#waiting.delete(key);
        const upto = this.log.nextSeq;
        const tables = await inTransaction(connection, () => derive(connection, this.basis, rules, upto));
        const begun = ({ begin, resolve, reject }: Waiter) =>
          begin().then(() => {
            resolve({ tables, upto });
          }, reject);
        await Promise.all(served.map(begun));
      });
    } catch (error) {
      for (const { reject } of served) reject(error);
    }
  }
}
