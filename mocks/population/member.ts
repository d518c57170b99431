import type { AppModel } from './app-model.js';
import { spread, type Person } from './people.js';

/** One person in one app: what that app calls a user. */
export interface Member {
  readonly person: Person;
  readonly userId: string;
  /** Day of the population on which they first came. */
  readonly joined: number;
  /** A member of the app's own team, whose events are not production. */
  readonly tester: boolean;
  /** Whether the app is on their own list. */
  holds: boolean;
  /** End of their last open: nobody is in an app twice at once. */
  busyUntil: number;
}

const habit = remembered((age) => Math.exp(-age / 170));
const interest = remembered((age) => age ** -0.58);

/** Makes a user of a person. Each app knows a person by an id of its own, as platforms hand them out. */
export function join(model: AppModel, person: Person, day: number, tester = false): Member {
  const prefix = model.id.replace(/[^a-z]/g, '').slice(0, 4);
  return {
    person,
    userId: `${tester ? 'test' : 'o'}_${prefix}_${spread(person.number)}`,
    joined: day,
    tester,
    holds: false,
    busyUntil: 0,
  };
}

/**
 * How likely a user is to come on an ordinary day, so many days after the first. Most forget an app at once and come back
 * rarely and ever more rarely; a few make it a habit that fades over months.
 */
export function returnChance(member: Member, age: number, pull: number): number {
  if (member.person.regular) return 0.62 * Math.sqrt(pull) * habit(age);
  return Math.min(0.8, 0.06 * pull * member.person.fondness * interest(age));
}

/** Every user is asked about on every day, but there are few ages. */
function remembered(of: (age: number) => number): (age: number) => number {
  const values: number[] = [];
  return (age) => (values[age] ??= of(age));
}
