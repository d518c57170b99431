/** Something computed from the rows of a segment. */
export interface DerivedData {
  readonly bytes: number;
  /** Takes what belongs to a user (by position) out of every count, because the user's rows have moved. */
  forget?(user: number): void;
  /** Closes up after users were forgotten, so that the next question does not have to look at what is gone. */
  tidy?(): void;
}

/**
 * What has been computed from the rows of a segment and is worth keeping, such as its opens. Of each kind the last few
 * are kept (`most`), because a rule of the question (the profile, the instant the data is as of) is part of the key.
 */
export class Derived {
  readonly #kinds = new Map<string, Map<string, DerivedData>>();

  get bytes(): number {
    let sum = 0;
    for (const kept of this.#kinds.values()) for (const data of kept.values()) sum += data.bytes;
    return sum;
  }

  /** What was made under this kind and key, made now where it was not or is kept no more. */
  get<Data extends DerivedData>(kind: string, key: string, make: () => Data, most = 4): Data {
    let kept = this.#kinds.get(kind);
    if (!kept) this.#kinds.set(kind, (kept = new Map<string, DerivedData>()));
    const known = kept.get(key) as Data | undefined;
    const data = known ?? make();
    // A Map keeps the order of insertion, so the first is the one that was not asked for the longest.
    kept.delete(key);
    kept.set(key, data);
    if (kept.size > most) kept.delete([...kept.keys()][0]!);
    return data;
  }

  /** Takes what belongs to a user (by position) out of everything that is kept. */
  forget(user: number): void {
    for (const kept of this.#kinds.values()) for (const data of kept.values()) data.forget?.(user);
  }
  /** Closes up whatever has forgotten users. */
  tidy(): void {
    for (const kept of this.#kinds.values()) for (const data of kept.values()) data.tidy?.();
  }
}
