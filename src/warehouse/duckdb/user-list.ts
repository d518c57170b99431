import type { ColumnBatch } from '#engine/ingest/reading.js';
import { textAt } from '../batch-cells.js';

/** A user of an app. */
export interface AppUser {
  readonly app: string;
  readonly user: string;
}

/** The app of events that name none. */
export const defaultApp = 'default';

/** The users of some batches, each once; a user is known by their place, from 1. */
export class UserList {
  readonly list: AppUser[] = [];
  readonly #places = new Map<string, number>();

  /** The places of the users of a batch. */
  placesOf({ length, appId, userId }: ColumnBatch): Uint32Array {
    const places = new Uint32Array(length);
    /** By code of the user, for each code of an app. */
    const known = new Map<number, Map<number, number>>();
    for (let row = 0; row < length; row++) {
      const app = appId?.codes[row] ?? 0;
      let ofApp = known.get(app);
      if (!ofApp) known.set(app, (ofApp = new Map<number, number>()));
      const code = userId.codes[row]!;
      let place = ofApp.get(code);
      if (place === undefined) {
        place = this.#placeOf({ app: textAt(appId, row) ?? defaultApp, user: userId.dictionary[code]! });
        ofApp.set(code, place);
      }
      places[row] = place;
    }
    return places;
  }

  #placeOf(user: AppUser): number {
    const key = keyOf(user);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.list.push(user);
    this.#places.set(key, this.list.length);
    return this.list.length;
  }
}

/** A text that no other user of any app has. */
export function keyOf({ app, user }: AppUser): string {
  return `${app.length} ${app}${user}`;
}
