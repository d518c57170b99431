import type { CompareKind, Meta, Range } from '#contract/api.js';
import { comparison } from '#time/compare.js';
import { formatDay } from '#time/day.js';
import { formatInstant } from '#time/instant.js';
import { resolveStartEnd, type TimeRange } from '#time/range.js';
import { findZone, type Zone } from '#time/zone.js';

/** What a funnel is compared with: a kind that has a name, or a range of its own. */
export type Compared = { readonly kind: CompareKind } | Range;

/**
 * The range to ask about for a comparison with an answer; nothing where there is none. Where the answer's own range is not
 * over yet, it ends after the same elapsed time: as days where a day is whole, else as instants.
 */
export function previousRange({ range, timezone, data_as_of }: Meta, compared: Compared): Range | undefined {
  const zone = findZone(timezone);
  const current = zone && range ? resolveStartEnd(zone, range).range : undefined;
  if (!zone || !current) return undefined;
  const custom = 'start' in compared ? resolveStartEnd(zone, compared).range : undefined;
  const kind = 'start' in compared ? 'custom' : compared.kind;
  if (kind === 'custom' && !custom) return undefined;
  const found = comparison(zone, current, kind, { asOf: Date.parse(data_as_of), custom });
  if (!found) return undefined;
  const { range: whole, counted } = found.previous;
  return counted.end === whole.end ? whole.label : cut(zone, whole, counted.end);
}

function cut(zone: Zone, { kind, start, firstDay }: TimeRange, end: number): Range | undefined {
  if (end <= start) return undefined;
  const day = zone.dayNumberOf(end);
  if (kind === 'days' && zone.startOfDay(day) === end) return { start: formatDay(firstDay), end: formatDay(day - 1) };
  return { start: formatInstant(start), end: formatInstant(end) };
}
