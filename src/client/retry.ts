import { abortable } from './abortable.js';
import type { RequestError } from './request-error.js';
import type { Timers } from './timers.js';

/** How a client repeats reads that failed in passing. */
export interface RetryPolicy {
  /** How often at most a read is repeated; 0 never. Default 3. */
  retries: number;
  /** The first pause; it doubles each time, up to `maxPauseMs`. Half of each pause is random. Default 400. */
  pauseMs: number;
  /** Default 8,000. */
  maxPauseMs: number;
  /** A `Retry-After` further off than this is not waited out: the error goes to the widget, which says when. Default 10,000. */
  patienceMs: number;
}

/** The policy where the host gives none. */
export const defaultRetry: RetryPolicy = { retries: 3, pauseMs: 400, maxPauseMs: 8_000, patienceMs: 10_000 };

/** Whether asking again may help: the network failed, the back end was busy or broke down. */
export function isPassing(error: RequestError): boolean {
  const { kind, status = 0 } = error;
  return kind === 'network' || status === 429 || (status >= 500 && status !== 501);
}

/**
 * Runs `attempt` until it succeeds, fails for good, or the policy is used up; the last error is thrown.
 * `failed` is an error that a first attempt already met elsewhere (an item of a batch).
 */
export async function retrying<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  { timers, random }: { timers: Timers; random: () => number },
  signal: AbortSignal,
  failed?: RequestError,
): Promise<T> {
  for (let round = 0; ; round++) {
    if (round > 0 || !failed) {
      try {
        return await attempt();
      } catch (error) {
        failed = error as RequestError;
      }
    }
    const wait = pause(failed, round, policy, random, timers.now());
    if (round >= policy.retries || wait === undefined || signal.aborted) throw failed;
    await sleep(wait, timers, signal);
  }
}

function pause(
  error: RequestError,
  round: number,
  policy: RetryPolicy,
  random: () => number,
  now: number,
): number | undefined {
  if (!isPassing(error)) return undefined;
  const longest = Math.min(policy.maxPauseMs, policy.pauseMs * 2 ** round);
  if (error.retryAt === undefined) return longest * (0.5 + random() / 2);
  const told = error.retryAt - now;
  // Spread, so that all who were told the same second do not come back in it at once.
  return told > policy.patienceMs ? undefined : Math.max(0, told) + (random() * policy.pauseMs) / 2;
}

function sleep(ms: number, timers: Timers, signal: AbortSignal): Promise<void> {
  let timer: unknown;
  const slept = new Promise<void>((resolve) => (timer = timers.setTimeout(resolve, ms)));
  return abortable(slept, signal).finally(() => timers.clearTimeout(timer));
}
