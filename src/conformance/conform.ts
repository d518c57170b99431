import { Asker, causeOf, type AskerOptions } from './ask/asker.js';
import type { Exchange } from './ask/exchange.js';
import { Refused } from './ask/refused.js';
import { ContractDocument, type OpenApiDocument } from './document/contract-document.js';
import { NotApplicable, type AskingRule, type Finding, type Rule, type WatchingRule } from './rule.js';
import { wellFormedQuestions } from './rules/answer/well-formed-questions.js';
import { rules as allRules } from './rules/index.js';
import { meet, UnusableCatalog, type Leave, type Subject } from './subject/subject.js';
import type { Outcome, Verdict } from './verdict.js';

/** How a back end is judged. */
export interface ConformOptions extends Pick<AskerOptions, 'fetch'> {
  /** Where `/v1` is, without it. */
  readonly baseUrl: string;
  /** Sent as `Authorization: Bearer`. */
  readonly token?: string | undefined;
  /** The contract's OpenAPI document, as an object. */
  readonly document: OpenApiDocument;
  /** May make and delete definitions and saved funnels of its own. Default true. */
  readonly write?: boolean;
  /** Sends the standard log and compares every report with the engine's. Default false. */
  readonly load?: boolean;
  /** Most requests at a time. Default 4. */
  readonly concurrency?: number;
  /** Default: all of them. */
  readonly rules?: readonly Rule[];
  /** A clock in milliseconds, for how long it takes. */
  readonly time?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** Told of each rule as it is done. */
  readonly told?: (outcome: Outcome) => void;
}

/** A back end that does not even say what it answers. */
export class NoBackEnd extends Error {
  override readonly name = 'NoBackEnd';
}

/** So many findings of a rule are told; more say nothing new. */
const MOST_TOLD = 5;
const waits = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Holds a back end against the rules of the contract and says which it breaks, on which answers. It asks over the given
 * `fetch` and knows nothing of the back end but what that answers.
 *
 * @throws NoBackEnd where there is none at the address, or it does not let the caller in.
 */
export async function conform(options: ConformOptions): Promise<Verdict> {
  const { rules = allRules, time = () => performance.now(), told = () => undefined } = options;
  const began = time();
  const watchers = new Watchers(
    rules.filter((rule) => 'watch' in rule),
    new ContractDocument(options.document),
  );
  const outcomes: Outcome[] = [];
  const add = (outcome: Outcome): void => {
    outcomes.push(outcome);
    told(outcome);
  };
  const subject = await introduced(options, watchers);
  for (const rule of rules) {
    if ('check' in rule) add(await outcomeOf(rule, subject, watchers, time));
  }
  for (const outcome of watchers.outcomes()) add(outcome);
  const order = new Map(rules.map(({ id }, index) => [id, index]));
  outcomes.sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  return { baseUrl: options.baseUrl, requests: watchers.requests, milliseconds: time() - began, outcomes };
}

async function introduced(options: ConformOptions, watchers: Watchers): Promise<Subject | UnusableCatalog> {
  const { token, concurrency = 4, sleep = waits, write = true, load = false } = options;
  const leave: Leave = { write, load };
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const heard = (exchange: Exchange): void => watchers.hear(exchange);
  const asker = new Asker({ baseUrl, token, fetch: options.fetch, concurrency, sleep, heard });
  try {
    return await meet(asker, { document: watchers.document, hasToken: token !== undefined, leave, sleep });
  } catch (error) {
    if (error instanceof UnusableCatalog) return error;
    if (error instanceof Refused) {
      const { asked, status } = error.exchange;
      const hint = status === 401 ? ' Give a token that is accepted there.' : '';
      throw new NoBackEnd(`${baseUrl} answers ${asked} with ${error.message}.${hint}`, { cause: error });
    }
    const reason = error instanceof Error ? causeOf(error) : String(error);
    throw new NoBackEnd(`${baseUrl} cannot be reached: ${reason}.`, { cause: error });
  }
}

async function outcomeOf(
  rule: AskingRule,
  subject: Subject | UnusableCatalog,
  watchers: Watchers,
  time: () => number,
): Promise<Outcome> {
  const { id, sentence } = rule;
  const began = time();
  const skipped = (reason: string): Outcome => ({
    ...{ id, sentence, result: 'skipped', findings: [], untold: 0, reason },
    milliseconds: time() - began,
  });
  if (subject instanceof UnusableCatalog) return skipped(subject.message);
  const reason = rule.cannot?.(subject);
  if (reason !== undefined) return skipped(reason);
  try {
    const findings = await lastingFindings(rule, subject);
    return { id, sentence, ...judged(findings), milliseconds: time() - began };
  } catch (error) {
    if (error instanceof NotApplicable) return skipped(error.message);
    if (error instanceof Refused) {
      if (!MAY_BE_REFUSED.includes(error.code ?? '')) watchers.refused(error);
      return skipped(`its question was refused: ${error.exchange.asked} gave ${error.message}`);
    }
    throw error;
  }
}

/** The contract leaves it to the back end what it answers, and money of several currencies does not add up. */
const MAY_BE_REFUSED = ['not_available', 'mixed_currencies', 'forbidden'];

/** Data may come in between two questions: what does not show a second time was that. */
async function lastingFindings(rule: AskingRule, subject: Subject): Promise<Finding[]> {
  const first = await rule.check(subject);
  if (first.length === 0) return first;
  subject.asker.forget();
  return rule.check(subject);
}

function judged(all: readonly Finding[]): Pick<Outcome, 'result' | 'findings' | 'untold'> {
  // The same of another question says nothing new.
  const findings = [...new Map(all.map((one) => [`${one.came}\n${one.expected}`, one])).values()];
  const result = findings.length > 0 ? 'broken' : 'kept';
  return { result, findings: findings.slice(0, MOST_TOLD), untold: Math.max(0, findings.length - MOST_TOLD) };
}

/** Holds every exchange against the rules that watch. */
class Watchers {
  requests = 0;
  readonly #found = new Map<WatchingRule, Finding[]>();

  constructor(
    rules: readonly WatchingRule[],
    readonly document: ContractDocument,
  ) {
    for (const rule of rules) this.#found.set(rule, []);
  }

  hear(exchange: Exchange): void {
    this.requests++;
    if (exchange.status === 0) return; // no answer, so nothing to look at; who asked says so
    for (const [rule, found] of this.#found) found.push(...rule.watch(exchange, this.document));
  }

  /** A question that a rule asked in good order and got no answer to. */
  refused({ exchange, message }: Refused): void {
    const expected = '200 with the report';
    this.#found.get(wellFormedQuestions)?.push({ asked: [exchange.asked], came: message, expected });
  }

  outcomes(): Outcome[] {
    return Array.from(this.#found, ([{ id, sentence }, findings]) => ({
      ...{ id, sentence },
      ...judged(findings),
      milliseconds: 0,
    }));
  }
}
