import { CHUNK_SIZE, Facts } from './facts.js';
import type { Slice } from './scope-log.js';

/** Where readers put facts; hands them on whenever they are enough, of another slice, or of another kind. */
export class FactWriter {
  readonly facts = new Facts();

  constructor(private readonly hand: (facts: Facts) => void) {}

  /** Says what the next facts are about. */
  begin(slice: Slice, areOpens: boolean): void {
    const { facts } = this;
    if (facts.slice === slice && facts.areOpens === areOpens) return;
    this.flush();
    facts.slice = slice;
    facts.areOpens = areOpens;
  }

  put(person: number, row: number, item: number, time: number): void {
    const { facts } = this;
    if (facts.length === CHUNK_SIZE) this.flush();
    const at = facts.length++;
    facts.person[at] = person;
    facts.row[at] = row;
    facts.item[at] = item;
    facts.time[at] = time;
  }

  flush(): void {
    const { facts } = this;
    if (facts.length > 0) this.hand(facts);
    facts.length = 0;
  }
}
