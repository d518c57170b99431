import type { Meta } from '#contract/api.js';
import { problemOf } from '../base/widget-state.js';

/** A back end that says “now” is given this long, so that a chart never asks in a circle. */
const LEAST_MS = 10_000;
/** After a failure of the back end it is asked again after this long. */
const AFTER_FAILURE_MS = 60_000;

/**
 * When there can be news, in epoch milliseconds: when the answer promises them; some time after a failure. Nothing where
 * there can be none: the range is fixed and over, the source is a file, or the back end does not answer it at all. What was
 * limited or offline comes back by itself.
 */
export function dueOf(
  answered: { readonly meta: Meta; readonly at: number } | undefined,
  failure: { readonly error: Error; readonly at: number } | undefined,
  isFixed: boolean,
): number | undefined {
  if (failure) return problemOf(failure.error) === 'error' ? failure.at + AFTER_FAILURE_MS : undefined;
  if (!answered) return undefined;
  const { next_refresh_at: next, data_as_of: asOf, range } = answered.meta;
  const isOver = isFixed && range && Date.parse(range.end) <= Date.parse(asOf);
  return next && !isOver ? Math.max(Date.parse(next), answered.at + LEAST_MS) : undefined;
}
