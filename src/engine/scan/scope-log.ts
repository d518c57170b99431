import type { SessionRules } from '../sessions/session-rules.js';
import type { Sessions } from '../sessions/sessions.js';
import { sessionsOf } from '../sessions/sessionize.js';
import { Derived } from '../store/derived.js';
import type { Partition } from '../store/partition.js';
import type { Segment } from '../store/segment.js';
import type { Store } from '../store/store.js';
import { Recipes } from './recipes.js';

/** One segment of one app with the opens in it. */
export interface Slice {
  /** Its place in {@link ScopeLog.slices}. */
  readonly index: number;
  readonly app: string;
  readonly segment: Segment;
  readonly sessions: Sessions;
  /** Where it is remembered what questions derive from slices. */
  readonly recipes: Recipes;
}

/**
 * Who has rows where, ordered by person: the rows of a person's users stand one after the other. In one app every user
 * is a person; across apps the users with one guid are one.
 */
export interface Members {
  readonly count: number;
  /** Index of the slice that holds the rows. */
  readonly slice: Uint32Array;
  /** Position of the user in that slice's segment. */
  readonly user: Uint32Array;
  /** Persons count from 0 without gaps. */
  readonly person: Uint32Array;
  /** Where each person's rows of this table begin; one more than there are persons. */
  readonly firstOfPerson: Uint32Array;
}

/** The whole log of a scope: what opens and first visits are cut on, before any filter. */
export interface ScopeLog {
  readonly store: Store;
  readonly slices: readonly Slice[];
  readonly members: Members;
  readonly isAcrossApps: boolean;
  /** Events from this instant on are not looked at. */
  readonly asOf: number;
  /** What was found in the whole log before any filter, such as who is new. */
  readonly derived: Derived;
  readonly recipes: Recipes;
}

/** Brings the log of a scope together; `recipes` are those of the log before an append. */
export function scopeLog(
  store: Store,
  partitions: readonly Partition[],
  isAcrossApps: boolean,
  rules: SessionRules,
  asOf: number,
  recipes = new Recipes(),
): ScopeLog {
  const slices: Slice[] = [];
  for (const { app, segments } of partitions) {
    for (const segment of segments) {
      const sessions = sessionsOf(store, segment, rules, asOf);
      slices.push({ index: slices.length, app, segment, sessions, recipes });
    }
  }
  let members: Members | undefined;
  return {
    store,
    slices,
    // Most questions about one app go through its slices as they lie and never ask.
    get members() {
      return (members ??= isAcrossApps ? byPerson(store, slices, asOf) : bySlice(slices));
    },
    isAcrossApps,
    asOf,
    derived: new Derived(),
    recipes,
  };
}

function bySlice(slices: readonly Slice[]): Members {
  const members = emptyMembers(slices);
  let count = 0;
  for (const { index, segment } of slices) {
    for (let user = 0; user < segment.users.length; user++) {
      members.slice[count] = index;
      members.user[count] = user;
      members.person[count] = count;
      count++;
    }
  }
  return withFirsts(members);
}

/** A counting sort of all users by person. */
function byPerson(store: Store, slices: readonly Slice[], asOf: number): Members {
  const members = emptyMembers(slices);
  const next = new Uint32Array(store.people.size + 1);
  const eachUser = (visit: (slice: number, user: number, person: number) => void) => {
    for (const { index, app, segment } of slices) {
      for (let user = 0; user < segment.users.length; user++) {
        visit(index, user, store.personOf(app, segment.users[user]!, asOf));
      }
    }
  };
  eachUser((_slice, _user, person) => next[person + 1]!++);
  for (let person = 1; person < next.length; person++) next[person]! += next[person - 1]!;
  eachUser((slice, user, person) => {
    const at = next[person]!++;
    members.slice[at] = slice;
    members.user[at] = user;
    members.person[at] = person;
  });
  let last = -1;
  let persons = -1;
  for (let at = 0; at < members.count; at++) {
    const person = members.person[at]!;
    if (person !== last) persons++;
    last = person;
    members.person[at] = persons;
  }
  return withFirsts(members);
}

function emptyMembers(slices: readonly Slice[]): Omit<Members, 'firstOfPerson'> {
  const count = slices.reduce((sum, { segment }) => sum + segment.users.length, 0);
  return { count, slice: new Uint32Array(count), user: new Uint32Array(count), person: new Uint32Array(count) };
}

function withFirsts(members: Omit<Members, 'firstOfPerson'>): Members {
  const { count, person } = members;
  const persons = count === 0 ? 0 : person[count - 1]! + 1;
  const firstOfPerson = new Uint32Array(persons + 1).fill(count);
  for (let member = count - 1; member >= 0; member--) firstOfPerson[person[member]!] = member;
  return { ...members, firstOfPerson };
}
