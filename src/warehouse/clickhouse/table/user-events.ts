import { placeOf } from '../cut/event.js';
import type { ColumnValue } from '../row-binary.js';

const [bucket, seq, user, app] = [placeOf['bucket']!, placeOf['seq']!, placeOf['user_id']!, placeOf['app']!];
const [eventId, keys, values] = [placeOf['event_id']!, placeOf['property_keys']!, placeOf['property_values']!];

/** Makes rows of the view, user by user, events as the log would hold them. */
export class UserEvents {
  #user: readonly ColumnValue[] = [];
  readonly #ids = new Set<string>();

  /**
   * Numbers an event and gives it the properties of its objects, which stand after its other columns.
   *
   * @returns false where the user had an event of the same `event_id` before.
   */
  take(row: ColumnValue[], number: number): boolean {
    if ([bucket, app, user].some((place) => row[place] !== this.#user[place])) this.#ids.clear();
    this.#user = row;
    const id = row[eventId] as string | null;
    if (id !== null) {
      if (this.#ids.has(id)) return false;
      this.#ids.add(id);
    }
    row[seq] = number;
    const objects = row.pop() as readonly string[];
    if (objects.length > 0) addProperties(row, objects);
    return true;
  }
}

/** Adds what objects in JSON hold; where a name is held twice, the first counts. */
function addProperties(row: ColumnValue[], objects: readonly string[]): void {
  const found = new Map<string, string>();
  for (const object of objects) {
    for (const [key, value] of Object.entries(parsed(object))) {
      const written = tagged(value);
      if (written !== null && !found.has(key)) found.set(key, written);
    }
  }
  const before = row[keys] as readonly string[];
  before.forEach((key, at) => {
    if (!found.has(key)) found.set(key, (row[values] as readonly string[])[at]!);
  });
  row[keys] = [...found.keys()];
  row[values] = [...found.values()];
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/** A value with a letter for its type; `null` for what is no value of a property. */
function tagged(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : `s${value}`;
  if (typeof value === 'number') return `n${value + 0}`;
  return typeof value === 'boolean' ? `b${value}` : null;
}
