import type { FactWriter } from './fact-writer.js';
import { opensBetween, opensByTime } from './opens-by-time.js';
import type { Reader, Times } from './readers.js';
import type { ScopeLog } from './scope-log.js';

/** Reads a log person by person: all of them, or those that are named, ascending. */
export function walkByPerson(
  log: ScopeLog,
  reader: Reader,
  writer: FactWriter,
  persons: ArrayLike<number> | undefined,
): void {
  if (persons) {
    for (let index = 0; index < persons.length; index++) readPerson(log, reader, writer, persons[index]!);
  } else if (log.isAcrossApps) {
    const count = log.members.firstOfPerson.length - 1;
    for (let person = 0; person < count; person++) readPerson(log, reader, writer, person);
  } else {
    walkSlices(log, reader, writer);
  }
}

/** In one app every user is a person, in the order of the slices: their items can be gone through as they lie. */
function walkSlices({ slices }: ScopeLog, { offsetsOf, read }: Reader, writer: FactWriter): void {
  let firstPerson = 0;
  for (const slice of slices) {
    const offsets = offsetsOf(slice);
    const users = slice.segment.users.length;
    const count = offsets[users]!;
    let user = 0;
    for (let item = 0; item < count; item++) {
      while (offsets[user + 1]! <= item) user++;
      read(slice, item, firstPerson + user, writer);
    }
    firstPerson += users;
  }
}

function readPerson(
  { slices, members }: ScopeLog,
  { offsetsOf, read }: Reader,
  writer: FactWriter,
  person: number,
): void {
  const { slice: sliceOf, user: userOf, firstOfPerson } = members;
  for (let member = firstOfPerson[person]!; member < firstOfPerson[person + 1]!; member++) {
    const slice = slices[sliceOf[member]!]!;
    const user = userOf[member]!;
    const offsets = offsetsOf(slice);
    for (let item = offsets[user]!; item < offsets[user + 1]!; item++) read(slice, item, person, writer);
  }
}

/** Reads opens in any order and without their person; few among many are found by time. */
export function walkInAnyOrder({ slices }: ScopeLog, { read }: Reader, writer: FactWriter, { from, to }: Times): void {
  for (const slice of slices) {
    const { count } = slice.sessions.opens;
    const { minTs, maxTs } = slice.segment;
    const share = (Math.min(to, maxTs) - Math.max(from, minTs)) / (maxTs - minTs);
    if (count < WORTH_SORTING || share > WORTH_JUMPING) {
      for (let open = 0; open < count; open++) read(slice, open, 0, writer);
    } else {
      const byTime = opensByTime(slice.sessions);
      const [first, end] = opensBetween(byTime, from, to);
      for (let place = first; place < end; place++) read(slice, byTime.order[place]!, 0, writer);
    }
  }
}

/** Fewer opens than these are looked through sooner than sorted. */
const WORTH_SORTING = 1 << 14;
/** Reading more than this part of the opens in the order of time is slower than reading all as they lie. */
const WORTH_JUMPING = 0.15;
