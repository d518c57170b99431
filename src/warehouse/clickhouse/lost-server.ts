import { ReportError } from '#contract/problems.js';

/** A server or shard that does not answer. */
export class LostServer extends ReportError {
  constructor(
    readonly who: string,
    cause: Error,
  ) {
    const detail = `${who} does not answer, and an answer without it would be wrong. Ask again once it is back.`;
    super('unavailable', detail, [], { cause, retryAfterSeconds: 5 });
  }
}

/** Codes of ClickHouse that say that another server did not answer: no connection, a time that is over, a connection that broke. */
const codesOfLoss: ReadonlySet<string> = new Set(['279', '209', '210', '32', '33', '101', '198']);

const codesOfNode: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);

/**
 * An error of the driver as the contract has it: a server or a shard that does not answer is 503 and is named, so that no
 * answer is ever made of the others alone. Any other error stays as it is.
 */
export function toUnavailable(error: unknown, address: string): unknown {
  if (!(error instanceof Error)) return error;
  const nodeCode = (error as NodeJS.ErrnoException).code;
  if (nodeCode !== undefined && codesOfNode.has(nodeCode)) return unavailable(`ClickHouse at ${address}`, error);
  // Version 18.16 says `Code: 279, e.displayText() = …`, current ones `Code: 279. …`.
  const code = /^Code: (\d+)[,.]/.exec(error.message)?.[1] ?? nodeCode;
  if (code === undefined || !codesOfLoss.has(code)) return error;
  const shard = /\(?([\w.-]+:\d+)(?:, |\))/.exec(error.message)?.[1];
  return unavailable(shard ? `The ClickHouse shard ${shard}` : `A ClickHouse shard behind ${address}`, error);
}

function unavailable(who: string, cause: Error): LostServer {
  return new LostServer(who, cause);
}
