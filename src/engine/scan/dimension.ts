import { dimensionKinds } from '#contract/dimension-kinds.js';
import { ReportError } from '#contract/problems.js';
import { propertyPrefix } from '#contract/property-prefix.js';
import { directSourceKey } from '#contract/source-keys.js';
import { codeArray, type CodeArray } from '../store/code-array.js';
import type { Dictionary, DictionaryValue } from '../store/dictionary.js';
import type { Segment } from '../store/segment.js';
import type { Store } from '../store/store.js';
import type { Slice } from './scope-log.js';
import type { SourceBook } from './source-book.js';

/**
 * What events are filtered and broken down by. An event dimension belongs to the event. An open dimension takes the first
 * value that an event of the open carries, and every event takes its open's value; an event outside any open its own.
 */
export interface Dimension {
  readonly id: string;
  readonly kind: 'event' | 'open';
  readonly dictionary: Dictionary<DictionaryValue>;
  /** What each row carries itself; `null` where none carries a value. */
  ownCodes(segment: Segment): CodeArray | null;
  /** Of an open dimension, the value of each open; `null` where none has one. */
  openCodes(slice: Slice): CodeArray | null;
}

/** A dimension of the catalogue, or `properties.NAME`. */
export function dimensionOf(store: Store, sources: SourceBook, id: string): Dimension {
  const isProperty = id.startsWith(propertyPrefix) && id !== 'properties.*';
  const known = id === 'properties.*' ? undefined : dimensionKinds.get(id);
  if (!known && !isProperty) {
    const message = `“${id}” is not a dimension. Use one of the catalogue, or ${propertyPrefix}NAME.`;
    const allowed = [...dimensionKinds.keys()];
    throw new ReportError('unknown_dimension', message, [{ parameter: 'dimension', message, allowed }]);
  }
  const kind = known ?? 'event';
  const dictionary = store.dictionary(id);
  const own = (segment: Segment): CodeArray | null => {
    if (isProperty) return propertyCodes(segment, id, dictionary);
    return id === 'source' ? sourceCodes(segment, sources) : (segment.codes.get(id) ?? null);
  };
  const fallback = id === 'source' ? dictionary.add(directSourceKey) : 0;
  const dimension: Dimension = {
    id,
    kind,
    dictionary,
    ownCodes: own,
    openCodes: (slice) => {
      if (kind === 'event') return null;
      slice.recipes.note(`value ${id}`, (other) => dimension.openCodes(other));
      return slice.sessions.dimensions.get(id, '', () => firstOfOpens(slice, own(slice.segment), fallback)).codes;
    },
  };
  return dimension;
}

/** Codes of a custom property; its numbers enter the dictionary only when someone asks by them. */
function propertyCodes(segment: Segment, id: string, dictionary: Dictionary<DictionaryValue>): CodeArray | null {
  const texts = segment.codes.get(id) ?? null;
  const numbers = segment.numbers.get(id);
  if (!numbers) return texts;
  return segment.derived.get('property', id, () => {
    const codes = new Uint32Array(segment.length);
    for (let row = 0; row < segment.length; row++) {
      const value = numbers.at(row);
      codes[row] = value === value ? dictionary.add(value) : (texts?.[row] ?? 0);
    }
    return { codes, bytes: codes.byteLength };
  }).codes;
}

/** An event's `source` wins over its `scene`. */
function sourceCodes(segment: Segment, sources: SourceBook): CodeArray | null {
  const texts = segment.codes.get('source') ?? null;
  const scenes = segment.codes.get('scene');
  if (!scenes) return texts;
  return segment.derived.get('source', '', () => {
    const sourceOfScene = sources.sourceOfScene();
    const codes = codeArray(segment.length, sources.size);
    for (let row = 0; row < segment.length; row++) codes[row] = texts?.[row] || sourceOfScene[scenes[row]!]!;
    return { codes, bytes: codes.byteLength };
  }).codes;
}

function firstOfOpens(
  { sessions, segment }: Slice,
  own: CodeArray | null,
  fallback: number,
): { codes: CodeArray | null; bytes: number } {
  if (!own && fallback === 0) return { codes: null, bytes: 0 };
  const { openOf, opens } = sessions;
  const first = new Uint32Array(opens.count);
  for (let row = 0; own && row < segment.length; row++) {
    const code = own[row]!;
    if (code === 0) continue;
    const open = openOf[row]!;
    if (open !== 0 && first[open - 1] === 0) first[open - 1] = code;
  }
  let max = fallback;
  for (let open = 0; open < first.length; open++) {
    if (first[open] === 0) first[open] = fallback;
    else if (first[open]! > max) max = first[open]!;
  }
  const codes = codeArray(opens.count, max + 1);
  codes.set(first);
  return { codes, bytes: codes.byteLength };
}
