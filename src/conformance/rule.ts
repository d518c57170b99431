import type { Exchange } from './ask/exchange.js';
import type { ContractDocument } from './document/contract-document.js';
import type { Subject } from './subject/subject.js';

/** One place where a back end breaks a rule. */
export interface Finding {
  /** The request, as a person can send it again; several where answers were held against each other. */
  readonly asked: readonly string[];
  /** What the answer says. */
  readonly came: string;
  /** What it would have to say. */
  readonly expected: string;
}

/** What every rule has. */
export interface RuleName {
  /** Stable: families and rules in kebab case, joined by a dot. */
  readonly id: string;
  /** What holds, in the words of the contract and of the metric catalogue. */
  readonly sentence: string;
}

/** A rule that asks questions of its own. */
export interface AskingRule extends RuleName {
  /** Why this back end cannot be held against the rule; nothing where it can. */
  readonly cannot?: (subject: Subject) => string | undefined;
  /** Asks what it takes and gives every place that breaks the rule. */
  readonly check: (subject: Subject) => Promise<Finding[]>;
}

/** A rule that looks at every exchange, whatever it was made for. */
export interface WatchingRule extends RuleName {
  readonly watch: (exchange: Exchange, document: ContractDocument) => Finding[];
}

/** A rule of the contract that a back end keeps or breaks. */
export type Rule = AskingRule | WatchingRule;

/** A rule that a back end cannot be held against now; it says why, and breaks nothing. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}
