import type { BreakdownReport, Meta } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import { isMidnight, localDay } from '#format/local-day.js';
import type { PageTableMessages } from '#i18n/page-table/section.js';
import type { Texts } from '#i18n/texts.js';

/** The line under the title: how many pages there are, or match, and whether a day is still running. */
export function contextPieces(
  report: BreakdownReport,
  search: string,
  texts: Texts<PageTableMessages>,
  formats: Formats,
): string[] {
  const { row_count: count, meta } = report;
  const found = search ? texts.get('pages.matches', { count, search }) : texts.get('pages.count', { count });
  return isRunning(meta) ? [found, texts.get('pages.partial', { time: formats.time(meta.data_as_of) })] : [found];
}

/** Whether the last day of the range is the one that the data has reached, and is not over. */
function isRunning({ range, data_as_of: asOf, timezone }: Meta): boolean {
  return range?.end === localDay(asOf, timezone) && !isMidnight(asOf, timezone);
}
