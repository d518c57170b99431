import { otherSourceKey } from '#contract/source-keys.js';
import { unlistedScenes } from '#reporting/breakdown.js';
import { matchOpens } from '../plan/match.js';
import type { RangedQuestion } from '../plan/question.js';
import { instant, sql, text } from '../sql.js';

/** The scenes that count under source 10 (other) because no source lists them, of the opens of a range, ascending. */
export async function unknownScenesOf(question: RangedQuestion): Promise<number[]> {
  const { log, range, host, filters } = question;
  const within = sql`o.ts >= ${instant(range.start)} and o.ts < ${instant(range.end)}`;
  const where = sql`o.source = ${text(otherSourceKey)} and o.scene is not null and ${within} and ${matchOpens(question, filters)}`;
  const rows = await question.reading.rows(sql`select distinct o.scene as scene ${log.opens([], where)}`);
  const scenes = rows.map(({ scene }) => Number(scene));
  return unlistedScenes(scenes, host.sources);
}
