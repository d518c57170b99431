import type { EventColumns } from '#engine/index.js';
import { type Opening, type Row, currency } from './population/row.js';
import type { Member } from './population/member.js';
import { Population, type PopulationOptions } from './population/population.js';

/**
 * The same events as `generateEvents`, as the columns that the engine takes in without parsing.
 *
 * @example
 * engine.ingestColumns(generateColumns({ until: now }));
 */
export function generateColumns(options: PopulationOptions): EventColumns {
  return toColumns(new Population(options).until(options.until));
}

/**
 * The same, app by app: a page can show the first app while the others are still to be drawn and taken in.
 */
export function* generateColumnsByApp(options: PopulationOptions): Generator<EventColumns, void, undefined> {
  for (const rows of new Population(options).appsUntil(options.until)) yield toColumns(rows);
}

/** Events in time order as columns. */
export function toColumns(rows: readonly Row[]): EventColumns {
  const all = new Rows(rows, () => true);
  const opening = new Rows(rows, (row) => row.opening !== null);
  const paying = new Rows(rows, (row) => row.amount !== null);
  return {
    ts: all.numbers((row) => row.ts),
    environment: all.texts((row) => (row.member.tester ? 'non_production' : null)),
    user_id: all.texts((row) => row.member.userId),
    event: all.texts((row) => row.event),
    guid: all.texts((row) => row.member.person.guid),
    app_id: all.texts((row) => row.model.id),
    page_path: all.texts((row) => row.page),
    duration_ms: all.numbers((row) => row.durationMs),
    amount: paying.numbers((row) => row.amount),
    currency: paying.texts(() => currency),
    ...openingColumns(opening),
    properties: propertyColumns(rows),
  };
}

/** Some of the rows, as columns that are as long as all of them. Most fields stand on few rows: only those are visited. */
class Rows {
  readonly #rows: readonly Row[];
  readonly #at: Uint32Array;

  constructor(rows: readonly Row[], take: (row: Row) => boolean) {
    this.#rows = rows;
    const at: number[] = [];
    for (let i = 0; i < rows.length; i++) if (take(rows[i]!)) at.push(i);
    this.#at = Uint32Array.from(at);
  }

  texts(valueOf: (row: Row) => string | null | undefined): Texts {
    const column = new Texts(this.#rows.length);
    for (const i of this.#at) column.set(i, valueOf(this.#rows[i]!));
    return column;
  }

  numbers(valueOf: (row: Row) => number | null | undefined): Float64Array {
    const numbers = new Float64Array(this.#rows.length).fill(NaN);
    for (const i of this.#at) numbers[i] = valueOf(this.#rows[i]!) ?? NaN;
    return numbers;
  }
}

/** A text column; the same text always gets the same code, and code 0 is none. Codes are as narrow as they can be. */
class Texts {
  readonly dictionary = [''];
  codes: Uint8Array | Uint16Array | Uint32Array;
  readonly #codeOf = new Map<string, number>();

  constructor(length: number) {
    this.codes = new Uint8Array(length);
  }

  set(at: number, text: string | null | undefined): void {
    if (text === null || text === undefined) return;
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.dictionary.push(text) - 1;
      this.#codeOf.set(text, code);
      if (code === 0x100) this.codes = Uint16Array.from(this.codes);
      if (code === 0x10000) this.codes = Uint32Array.from(this.codes);
    }
    this.codes[at] = code;
  }
}

/** What only the first event of an open carries. */
function openingColumns(opening: Rows) {
  const ofOpening = (valueOf: (opening: Opening) => string | null | undefined) =>
    opening.texts((row) => valueOf(row.opening!));
  const ofPerson = (field: 'country' | 'province' | 'city' | 'gender' | 'age_group' | 'language') =>
    opening.texts((row) => row.member.person[field]);
  const ofDevice = (field: DeviceText) => opening.texts((row) => row.member.person.device[field]);
  return {
    source: ofOpening(({ way }) => way.source),
    scene: opening.numbers((row) => row.opening!.way.scene),
    qr_code: ofOpening(({ qrCode }) => qrCode),
    network_type: ofOpening(({ network }) => network),
    country: ofPerson('country'),
    province: ofPerson('province'),
    city: ofPerson('city'),
    gender: ofPerson('gender'),
    age_group: ofPerson('age_group'),
    language: ofPerson('language'),
    device: ofDevice('device'),
    os_name: ofDevice('os_name'),
    os_version: ofDevice('os_version'),
    manufacturer: ofDevice('manufacturer'),
    device_model: ofDevice('device_model'),
    device_brand: ofDevice('device_brand'),
    device_width: opening.numbers((row) => row.member.person.device.device_width),
    device_height: opening.numbers((row) => row.member.person.device.device_height),
  };
}

type Device = Member['person']['device'];
type DeviceText = Exclude<keyof Device, 'device_width' | 'device_height'>;

type PropertyColumn = { text: Texts } | { number: Float64Array } | { boolean: (boolean | null)[] };

/** A property of the population has values of one type. */
function propertyColumns(rows: readonly Row[]): Record<string, PropertyColumn> {
  const columns: Record<string, PropertyColumn> = {};
  for (let i = 0; i < rows.length; i++) {
    const { properties } = rows[i]!;
    if (!properties) continue;
    for (const name in properties) {
      const value = properties[name]!;
      const column = (columns[name] ??= columnFor(value, rows.length));
      if ('text' in column) column.text.set(i, value as string);
      else if ('number' in column) column.number[i] = value as number;
      else column.boolean[i] = value as boolean;
    }
  }
  return columns;
}

function columnFor(value: string | number | boolean, length: number): PropertyColumn {
  if (typeof value === 'string') return { text: new Texts(length) };
  if (typeof value === 'number') return { number: new Float64Array(length).fill(NaN) };
  return { boolean: new Array<boolean | null>(length).fill(null) };
}
