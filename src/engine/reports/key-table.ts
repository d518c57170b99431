import type { Key } from '#reporting/keys.js';
import type { DictionaryValue } from '../store/dictionary.js';
import type { Dimension } from '../scan/dimension.js';
import type { Grouping } from '../scan/grouping.js';
import type { Question } from './question.js';

/**
 * The keys of a dimension in a scope, each a group. Values with the same text are one key. Pages across apps are keyed
 * by app and path.
 */
export interface KeyTable {
  readonly dimension: Dimension;
  /** Every key in a group of its own. */
  readonly grouping: Grouping;
  readonly keyOf: (group: number) => Key;
  /** Only some keys, in groups in this order; with `others`, all other keys together in one more. */
  regroup(keys: readonly number[], others: boolean): Grouping;
  /** The keys that are in none of these, all in one group. */
  group(keys: readonly number[]): Grouping;
}

/** The keys of a dimension in the scope of a question. */
export function keyTableOf(question: Question, id: string): KeyTable {
  const { log, host } = question;
  const dimension = question.dimension(id);
  // Reading a dimension may add codes (numbers, sources of scenes), so every slice is read before codes are listed.
  for (const { segment } of log.slices) dimension.ownCodes(segment);
  const keys: Key[] = [];
  const groups = new Map<string, number>();
  const byApp = id === 'page_path' && log.isAcrossApps;
  const codesOfApp = new Map<string, Int32Array>();
  const groupOfCode = log.slices.map(({ app }) => {
    const owner = byApp ? app : '';
    let known = codesOfApp.get(owner);
    if (!known) codesOfApp.set(owner, (known = listKeys(owner)));
    return known;
  });

  function listKeys(app: string): Int32Array {
    const found = new Int32Array(dimension.dictionary.size);
    for (let code = 0; code < found.length; code++) found[code] = groupOf(app, dimension.dictionary.valueOf(code));
    return found;
  }

  function groupOf(app: string, value: DictionaryValue | null): number {
    const key = value === null ? null : String(value);
    const name = JSON.stringify([app, key]);
    let group = groups.get(name);
    if (group === undefined) {
      group = keys.length;
      groups.set(name, group);
      const label = key !== null && id === 'source' ? host.sources.labelOf(key) : key;
      keys.push({ key, label, ...(byApp ? { app } : {}) });
    }
    return group;
  }

  const regroupBy = (count: number, target: Int32Array): Grouping => {
    const mapped = new Map([...codesOfApp.values()].map((codes) => [codes, codes.map((group) => target[group]!)]));
    return { dimension, count, groupOfCode: groupOfCode.map((codes) => mapped.get(codes)!) };
  };
  return {
    dimension,
    grouping: { dimension, count: keys.length, groupOfCode },
    keyOf: (group) => keys[group]!,
    regroup(wanted, others) {
      const target = new Int32Array(keys.length).fill(others ? wanted.length : -1);
      wanted.forEach((group, index) => (target[group] = index));
      return regroupBy(wanted.length + (others ? 1 : 0), target);
    },
    group(wanted) {
      const target = new Int32Array(keys.length).fill(-1);
      for (const group of wanted) target[group] = 0;
      return regroupBy(1, target);
    },
  };
}
