import { ReportError } from '#contract/problems.js';

/** Takes a place and gives what frees it again; throws a 503 with the time to wait where none is free. */
export type Gate = () => () => void;

/** When a sender may try again; bodies of usual size are read in less. */
const RETRY_SECONDS = 1;

/** Lets so many bodies of events be read at once, so that senders who are faster than the store do not fill the memory. */
export function createCollectGate(places: number): Gate {
  let taken = 0;
  return () => {
    if (taken >= places) {
      const detail = `${taken} bodies of events are being read, and no more at once. Send it again in a second.`;
      throw new ReportError('unavailable', detail, [], { retryAfterSeconds: RETRY_SECONDS });
    }
    taken++;
    let isFreed = false;
    return () => {
      if (!isFreed) taken--;
      isFreed = true;
    };
  };
}
