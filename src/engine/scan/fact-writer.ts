import { Facts } from './facts.js';
import type { Slice } from './scope-log.js';

/**
 * Where readers put facts. A reader fills the columns of `facts` in its own loop, because a call for each fact would
 * cost more than the fact, and flushes whenever they are full.
 */
export class FactWriter {
  readonly facts = new Facts();

  constructor(private readonly hand: (facts: Facts) => void) {}

  /** Says what the next facts are about; facts about anything else are handed on first. */
  begin(slice: Slice, areOpens: boolean): void {
    const { facts } = this;
    if (facts.slice === slice && facts.areOpens === areOpens) return;
    this.flush();
    facts.slice = slice;
    facts.areOpens = areOpens;
  }

  /** Hands on some facts whose columns a reader has filled. @returns the place of the next fact. */
  handOn(length: number): number {
    this.facts.length = length;
    this.flush();
    return 0;
  }

  /** Hands on what there is. */
  flush(): void {
    const { facts } = this;
    if (facts.length > 0) this.hand(facts);
    facts.length = 0;
  }
}
