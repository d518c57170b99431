import type { ReportName } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { questionOf } from '../ask/asker.js';
import { quoted, written } from '../ask/exchange.js';
import type { Finding } from '../rule.js';
import { isSame } from './close.js';

/** A report's question as a finding quotes it. */
export function asked(report: ReportName, scope: Scope, query: object): string {
  return written(questionOf(report, scope, query));
}

/** A finding, unless it holds. */
export function unless(holds: boolean, questions: readonly string[], came: string, expected: string): Finding[] {
  return holds ? [] : [{ asked: questions, came, expected }];
}

/** A finding, unless two numbers are the same. */
export function unlessSame(
  got: number | null | undefined,
  wanted: number | null | undefined,
  { questions, at, why }: { questions: readonly string[]; at: string; why: string },
): Finding[] {
  return unless(isSame(got, wanted), questions, `${at}: ${quoted(got ?? null)}`, `${quoted(wanted ?? null)}, ${why}`);
}

/** Runs checks one after the other and joins what they find. */
export async function joined<Item>(
  items: readonly Item[],
  check: (item: Item) => Promise<Finding[]>,
): Promise<Finding[]> {
  const found = await Promise.all(items.map(check));
  return found.flat();
}
