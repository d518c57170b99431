import { otherSourceKey } from '#contract/source-keys.js';
import { unlistedScenes } from '#reporting/breakdown.js';
import { periodsOf } from '../scan/periods.js';
import { scan } from '../scan/scan.js';
import type { RangedQuestion } from './question.js';

/** The scenes that count under source 10 (other) because no source lists them, of the opens of a range, ascending. */
export function unknownScenesOf({ log, matches, range, asOf, host, dimension }: RangedQuestion): number[] {
  if (!log.slices.some(({ segment }) => segment.codes.has('scene'))) return [];
  const [scene, source] = [dimension('scene'), dimension('source')];
  const periods = periodsOf([{ start: range.start, end: range.end, before: range }], asOf);
  const found = new Set<number>();
  const plan = { periods, span: 'within', matches, grouping: null, inTime: true } as const;
  scan(log, { kind: 'opens' }, plan, ({ slice, open: opens, length }) => {
    const [scenes, sources] = [scene.openCodes(slice), source.openCodes(slice)];
    const other = source.dictionary.codeOf(otherSourceKey);
    for (let index = 0; scenes && sources && index < length; index++) {
      const open = opens[index]! - 1;
      if (sources[open] === other && scenes[open] !== 0) found.add(Number(scene.dictionary.valueOf(scenes[open]!)));
    }
  });
  return unlistedScenes(found, host.sources);
}
