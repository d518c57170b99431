import fc from 'fast-check';
import { fieldNames } from '#engine/ingest/fields.js';

/** Strings that a careless reader of bytes trips over. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', 'a', 'a"b', 'back\\slash', 'new\nline', 'tab\t', '\u0000', 'é', '中文', '😀', '\ud83d', '\uFEFFbom', '},{', '],[', 'true', '12', '1e5', '0x1'),
); // prettier-ignore

const instant = fc.oneof(
  fc.integer({ min: 0, max: 4_102_444_800_000 }).map((ms) => new Date(ms).toISOString()),
  fc.constantFrom('2015-05-17T10:05:03Z', '2015-05-17T10:05:03.123456+08:00', '2015-05-17 10:05+0530', '2015-02-30T00:00:00Z', '2015-05-17T10:05:03'),
  fc.integer({ min: -1, max: 4_102_444_800_000 }),
); // prettier-ignore

const scalar = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
const value = fc.oneof({ weight: 8, arbitrary: scalar }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });

const name = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...fieldNames) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('uid', 'userId', 'time', 'os', 'plan', 'props', 'properties.plan', '__proto__'),
  },
  { weight: 1, arbitrary: text },
);

const fitting: Record<string, fc.Arbitrary<unknown>> = {
  user_id: text,
  event: text,
  ts: instant,
  environment: fc.constantFrom('production', 'non_production', 'staging', null),
  currency: fc.constantFrom('EUR', 'JPY', 'eur', null),
  duration_ms: fc.oneof(fc.nat(), fc.double({ min: -1, max: 1e6, noNaN: true })),
  scene: fc.oneof(fc.nat(), fc.constant(1.5)),
  amount: fc.oneof(fc.integer(), fc.integer().map((cents) => cents / 100)), // prettier-ignore
  properties: fc.dictionary(fc.oneof(fc.constantFrom('plan', 'seats'), text), value, { maxKeys: 4 }),
};

const member = name.chain((key) => {
  const fits = Object.hasOwn(fitting, key) ? fitting[key] : undefined;
  return fc.tuple(
    fc.constant(key),
    fits ? fc.oneof({ weight: 6, arbitrary: fits }, { weight: 1, arbitrary: value }) : value,
  );
});

const blank = fc.constantFrom('', '', '', ' ', '\t', ' \r ');

/** A row as JSON text: mostly what an event looks like, keys in any order and repeated, blanks anywhere. */
export const jsonRow: fc.Arbitrary<string> = fc
  .tuple(
    fc.tuple(text, instant, text).map(([user, ts, event]) => [['user_id', user], ['ts', ts], ['event', event]] as [string, unknown][]),
    fc.array(member, { maxLength: 7 }),
    fc.array(blank, { minLength: 6, maxLength: 6 }),
    fc.nat(),
  )
  .map(([base, more, [a, b, c, d, e, f], turn]) => {
    const members = [...base, ...more];
    const from = turn % members.length;
    const turned = [...members.slice(from), ...members.slice(0, from)];
    const inner = turned.map(([key, v]) => `${a}${JSON.stringify(key)}${b}:${c}${JSON.stringify(v)}${d}`).join(',');
    return `${e}{${inner}}${f}`;
  }); // prettier-ignore

/** A row with some bytes exchanged, so that it is broken in a way nobody thought of. */
export const brokenRow: fc.Arbitrary<string> = fc
  .tuple(
    jsonRow,
    fc.nat(),
    fc.oneof(fc.constantFrom('"', '\\', '{', '}', ',', ':', '0', '-', 'é', '\\u00', 'e', '.'), text),
  )
  .map(([row, at, piece]) => {
    const place = at % (row.length + 1);
    return `${row.slice(0, place)}${piece}${row.slice(place + 1)}`.replaceAll('\n', ' ');
  });

/** A CSV field as it stands in a file, quoted where it has to be and sometimes where not, or quoted wrongly. */
const csvField = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.oneof(text, instant.map(String), fc.integer().map(String)), fc.boolean()).map(quotedField) },
  { weight: 1, arbitrary: fc.constantFrom('"', 'a"b', '"a"b', '"a', '""a', ' "x"') },
); // prettier-ignore

function quotedField([field, always]: [string, boolean]): string {
  return always || /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** A CSV file: a fixed header and records of about the right number of fields. */
export const csvFile: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.tuple(csvField, instant.map(String), csvField, csvField, csvField, csvField),
      fc.constantFrom('\n', '\n', '\r\n', '\n\n'),
      fc.constantFrom(6, 6, 6, 6, 6, 5),
    ),
    { maxLength: 12 },
  )
  .map((rows) => `user_id,ts,event,page_path,scene,extra\n${rows.map(([fields, end, count]) => fields.slice(0, count).join(',') + end).join('')}`); // prettier-ignore

/** Places to cut a file of this many bytes at. */
export function cuts(length: number): fc.Arbitrary<number[]> {
  return fc.oneof(fc.array(fc.nat(length), { maxLength: 8 }), fc.constant(Array.from({ length }, (_, place) => place)));
}
