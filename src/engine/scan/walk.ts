import type { FactWriter } from './fact-writer.js';
import type { Items, Reader, Reading } from './reader.js';
import type { ScopeLog, Slice } from './scope-log.js';
import { readInTime, type TimeReader } from './time-reader.js';

/** Some persons, ascending. */
export interface Persons {
  readonly ids: Uint32Array;
  /** From when on nothing of each is wanted any more; what lies later may be left out. */
  readonly ends: Float64Array;
}

/** Reads a log person by person: all of them, or those that are named, ascending. */
export function walkByPerson(log: ScopeLog, reader: Reader, writer: FactWriter, persons: Persons | undefined): void {
  if (log.isAcrossApps) walkMembers(log, reader, writer, persons);
  else if (persons) walkUsers(log, reader, writer, persons);
  else walkSlices(log, reader, writer);
}

/** In one app every user is a person, in the order of the slices: their items can be read as they lie. */
function walkSlices({ slices }: ScopeLog, reader: Reader, writer: FactWriter): void {
  let person = 0;
  for (const slice of slices) {
    const to = slice.segment.users.length;
    reader.read(slice, { offsets: reader.offsetsOf(slice), from: 0, to, users: null, ends: null, person }, writer);
    person += to;
  }
}

function walkUsers({ slices }: ScopeLog, reader: Reader, writer: FactWriter, { ids, ends }: Persons): void {
  let [person, place] = [0, 0];
  for (const slice of slices) {
    const after = person + slice.segment.users.length;
    const first = place;
    while (place < ids.length && ids[place]! < after) place++;
    const users = ids.slice(first, place);
    for (let index = 0; index < users.length; index++) users[index]! -= person;
    const offsets = reader.offsetsOf(slice);
    const items = {
      offsets,
      from: 0,
      to: users.length,
      users,
      ends: ends.subarray(first, place),
      person,
    };
    reader.read(slice, items, writer);
    person = after;
  }
}

/** Across apps a person's users stand one after the other in the table of members. */
function walkMembers(
  { slices, members }: ScopeLog,
  reader: Reader,
  writer: FactWriter,
  persons: Persons | undefined,
): void {
  const { slice: sliceOf, user: userOf, firstOfPerson } = members;
  const itemsOf = slices.map((slice): Items => {
    return { offsets: reader.offsetsOf(slice), from: 0, to: 0, users: null, ends: null, person: 0 };
  });
  const count = persons ? persons.ids.length : firstOfPerson.length - 1;
  for (let index = 0; index < count; index++) {
    const person = persons ? persons.ids[index]! : index;
    for (let member = firstOfPerson[person]!; member < firstOfPerson[person + 1]!; member++) {
      const slice = sliceOf[member]!;
      const items = itemsOf[slice]!;
      items.from = userOf[member]!;
      items.to = items.from + 1;
      items.person = person - items.from;
      reader.read(slices[slice]!, items, writer);
    }
  }
}

/**
 * Reads a log slice by slice in the order of time, but those of which much is asked for as they lie: there it is quicker
 * to read on than to jump. Either way each person's facts come in the order of time, where a person is in one slice.
 */
export function walkInTime(
  { slices }: ScopeLog,
  inTime: TimeReader,
  reader: Reader,
  reading: Reading,
  writer: FactWriter,
): void {
  let person = 0;
  for (const slice of slices) {
    const to = slice.segment.users.length;
    if (partOf(slice, reading) > inTime.upTo) {
      reader.read(slice, { offsets: reader.offsetsOf(slice), from: 0, to, users: null, ends: null, person }, writer);
    } else readInTime(inTime, slice, person, reading, writer);
    person += to;
  }
}

/** Which part of a slice's time is asked for. */
function partOf({ segment: { minTs, maxTs } }: Slice, { from, to }: Reading): number {
  return (Math.min(to, maxTs) - Math.max(from, minTs)) / (maxTs - minTs);
}
