import type { Problem } from '#contract/api.js';
import { type Exchange, shortened } from './exchange.js';

/** A question of a rule that was answered with something other than a report. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string | undefined;

  constructor(readonly exchange: Exchange) {
    super(`${exchange.status} ${shortened(exchange.text, 300)}`);
    this.code = (exchange.json as Partial<Problem> | undefined)?.code;
  }
}
