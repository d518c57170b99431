import type { Database } from './database.js';
import type { Derivations } from './derivations.js';
import type { EventStore } from './event-store.js';
import { sql } from '../sql.js';
import type { OpenRules } from '../derive/rows.js';

/** How long nothing has to be stored before opens are brought up to date, in milliseconds. */
const QUIET_MS = 250;

/**
 * Brings the tables of opens that were asked for before up to date once a burst of events has passed, so that the next
 * question does not pay for all of it. While events keep coming it stays out of the way: then questions do it.
 */
export class BackgroundDerivation {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly events: EventStore,
    private readonly derivations: Derivations,
  ) {
    events.onStored = () => this.#wait();
  }

  /** Begins nothing any more. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#catchUp(), QUIET_MS);
    this.#timer.unref();
  }

  /** What goes wrong here goes wrong in the next question too, and is told there. */
  async #catchUp(): Promise<void> {
    const known = await this.database.deriver
      .alone((deriver) => deriver.rows(sql`select rules from derivations`))
      .catch(() => []);
    for (const { rules } of known) {
      if (this.#isStopped || this.events.isBusy) return;
      const nothing = () => Promise.resolve();
      await this.derivations.bringUpToDate(JSON.parse(String(rules)) as OpenRules, nothing).catch(() => undefined);
    }
  }
}
