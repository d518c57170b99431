import type { Unit } from '#contract/api.js';
import { duration, type DurationPatterns } from './duration.js';
import { money } from './money.js';
import { cardLimit, compactNumber, fullNumber } from './number.js';
import { noValue, type FormattedPart } from './parts.js';
import { percent } from './percent.js';

/**
 * Where a value stands, which says how it is written:
 * - `full`: every digit and the unit (titles, tooltips, assistive technology);
 * - `card`: up to six digits in full, compact from a million;
 * - `compact`: as few digits as tell it apart (axes, cards under 160 px);
 * - `cell`: every digit, the unit left to the header of the table.
 */
export type ValueStyle = 'full' | 'card' | 'compact' | 'cell';

/** What the writing of a value depends on beside the value. */
export interface ValueContext {
  readonly locale: string;
  readonly currency: string | null;
  readonly durations: DurationPatterns;
}

/** A metric's value in its unit; a dash for `null`, never 0. A unit from a newer back end is written as a count. */
export function valueParts(
  value: number | null,
  unit: Unit,
  style: ValueStyle,
  context: ValueContext,
): FormattedPart[] {
  if (value === null || !Number.isFinite(value)) return [{ text: noValue, isUnit: false }];
  const { locale, currency, durations } = context;
  switch (unit) {
    case 'seconds':
      return style === 'cell'
        ? fullNumber(value, locale, 1)
        : duration(value, locale, { patterns: durations, isBrief: style === 'compact' });
    case 'rate':
      return style === 'cell'
        ? fullNumber(value * 100, locale, 2)
        : percent(value, locale, decimalsOfRate(value, style));
    case 'money':
      return money(value, currency, locale, style === 'cell' ? 'plain' : style);
    case 'ratio':
    case 'pages':
      return style === 'compact' ? compactNumber(value, locale) : fullNumber(value, locale, 2);
    default:
      return isCompact(value, style)
        ? compactNumber(value, locale)
        : fullNumber(value, locale, Number.isInteger(value) ? 0 : 2);
  }
}

function isCompact(value: number, style: ValueStyle): boolean {
  return style === 'compact' || (style === 'card' && Math.abs(value) >= cardLimit);
}

/** An axis of shares reads 20%, not 20.00%. */
function decimalsOfRate(value: number, style: ValueStyle): number {
  if (style !== 'compact') return 2;
  const percentage = Number((value * 100).toPrecision(12));
  return Number.isInteger(percentage) ? 0 : Number.isInteger(percentage * 10) ? 1 : 2;
}
