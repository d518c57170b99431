import { waitUntil } from '@open-wc/testing';

/** Waits for something that comes by itself, also on a machine that is busy: it costs nothing where it comes soon. */
export function until(isSo: () => unknown, message?: string): Promise<void> {
  return waitUntil(isSo, message, { interval: 10, timeout: 8000 });
}
