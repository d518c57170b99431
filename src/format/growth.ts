import { numberFormat } from './intl-cache.js';
import { noValue, numberText } from './parts.js';

/** Which way a value went; `none` where there is nothing to compare. */
export type GrowthDirection = 'up' | 'down' | 'flat' | 'none';

/** Growth as a card shows it. */
export interface FormattedGrowth {
  readonly text: string;
  readonly direction: GrowthDirection;
}

/** A whole percentage, rounded half away from zero, with its sign; 0% without one; a dash where there is none. */
export function growth(fraction: number | null, locale: string): FormattedGrowth {
  if (fraction === null) return { text: noValue, direction: 'none' };
  const whole = wholePercent(fraction);
  const format = numberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const direction = whole > 0 ? 'up' : whole < 0 ? 'down' : 'flat';
  return { text: numberText(format, whole / 100), direction };
}

function wholePercent(fraction: number): number {
  // 0.145 is 14.499999999999998 percent in floating point; twelve digits are more than any growth has.
  const percent = Number((Math.abs(fraction) * 100).toPrecision(12));
  const whole = Math.floor(percent + 0.5);
  return fraction < 0 && whole > 0 ? -whole : whole;
}
