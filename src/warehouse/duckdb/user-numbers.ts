import { sql, texts, wholes } from '../sql.js';
import type { Connection } from './connection.js';
import { keyOf, type AppUser } from './user-list.js';

/** So many users are remembered at least, and twice as many at most: a hundred bytes each. */
const REMEMBERED = 100_000;

/** The numbers of users. Those that came lately are remembered, so that the table is seldom asked for them. */
export class UserNumbers {
  #recent = new Map<string, number>();
  #older = new Map<string, number>();
  #next: number | undefined;
  #isSettled = true;

  /** Begins a transaction. What was remembered in one that was not committed is forgotten. */
  begin(): void {
    if (!this.#isSettled) {
      this.#recent = new Map();
      this.#older = new Map();
      this.#next = undefined;
    }
    this.#isSettled = false;
  }

  /** The transaction is committed. */
  settle(): void {
    this.#isSettled = true;
  }

  /** The number of each user. Who is new gets the next one. */
  async of(writer: Connection, users: readonly AppUser[]): Promise<number[]> {
    const numbers = users.map((user) => this.#recall(keyOf(user)) ?? -1);
    const unknown = () => numbers.flatMap((number, at) => (number < 0 ? [at] : []));
    await this.#find(writer, users, unknown(), numbers);
    await this.#add(writer, users, unknown(), numbers);
    return numbers;
  }

  async #find(writer: Connection, users: readonly AppUser[], places: readonly number[], into: number[]): Promise<void> {
    if (places.length === 0) return;
    const rows = await writer.rows(sql`
      select k.place, u.number from (select unnest(${wholes(places)}) as place, ${unnested(users, places)}) k
      join users u on u.app = k.app and u.user_id = k.user_id`);
    for (const { place, number } of rows) this.#keep(users, into, place as number, number as number);
  }

  async #add(writer: Connection, users: readonly AppUser[], places: readonly number[], into: number[]): Promise<void> {
    if (places.length === 0) return;
    this.#next ??= await nextNumber(writer);
    const first = this.#next;
    this.#next += places.length;
    const numbers = places.map((_, index) => first + index);
    await writer.run(sql`
      insert into users (number, app, user_id) select unnest(${wholes(numbers)}), ${unnested(users, places)}`);
    places.forEach((place, index) => {
      this.#keep(users, into, place, numbers[index]!);
    });
  }

  #keep(users: readonly AppUser[], into: number[], place: number, number: number): void {
    into[place] = number;
    this.#remember(keyOf(users[place]!), number);
  }

  #recall(key: string): number | undefined {
    const known = this.#recent.get(key);
    if (known !== undefined) return known;
    const old = this.#older.get(key);
    if (old !== undefined) this.#remember(key, old);
    return old;
  }

  #remember(key: string, number: number): void {
    if (this.#recent.size >= REMEMBERED) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, number);
  }
}

function unnested(users: readonly AppUser[], places: readonly number[]) {
  const of = (field: keyof AppUser) => texts(places.map((place) => users[place]![field]));
  return sql`unnest(${of('app')}) as app, unnest(${of('user')}) as user_id`;
}

async function nextNumber(writer: Connection): Promise<number> {
  const [row] = await writer.rows(sql`select coalesce(max(number), -1) + 1 as next from users`);
  return row!['next'] as number;
}
