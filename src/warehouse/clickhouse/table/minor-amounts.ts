import { exponents } from '#engine/ingest/reading.js';
import { joined, number, sql, texts, type Sql } from '../../sql.js';
import type { RowFault } from './row-faults.js';

/** An amount in units (12.34) as minor units (1234) of its currency. */
export function minorUnits(units: Sql, currency: Sql): Sql {
  return sql`round(${units} * ${factorOf(currency)})`;
}

/** What may be wrong with an amount in units: the product is divided again, so that 1.105 EUR is refused. */
export function minorFaults({ units, minor, currency }: Readonly<Record<'units' | 'minor' | 'currency', Sql>>): RowFault[] {
  const isExact = sql`${minor} / ${factorOf(currency)} = ${units}`;
  const isGiven = sql`isNotNull(${units})`;
  return [
    { reason: '`currency` is missing; an amount in units needs it', isFaulty: sql`(${isGiven} and isNull(${currency}))` },
    { reason: '`amount` is finer than its currency has coins for', isFaulty: sql`(${isGiven} and not ifNull(${isExact}, 0))` },
  ];
} // prettier-ignore

/** How many minor units one of a currency has. */
function factorOf(currency: Sql): Sql {
  const byDecimals = new Map<number, string[]>();
  for (const [code, decimals] of exponents) byDecimals.set(decimals, [...(byDecimals.get(decimals) ?? []), code]);
  const cases = [...byDecimals].map(
    ([decimals, codes]) => sql`has(${texts(codes)}, ifNull(${currency}, '')), ${number(10 ** decimals)}`,
  );
  return sql`multiIf(${joined(cases, ', ')}, ${number(100)})`;
}
