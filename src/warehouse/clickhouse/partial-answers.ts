import { LostServer } from './lost-server.js';

/** For how long a server that did not answer is not waited for again. */
const GIVEN_UP_MS = 5000;

/** Answers without the shards that are lost, where these are allowed: marked as such, with the reason. */
export class PartialAnswers {
  #lost: LostServer | undefined;
  #until = 0;

  /**
   * Asks all shards, and those that are left where one does not answer.
   *
   * @param ask asks for an answer, with shards that are lost left out where `isPartial`.
   */
  async answer<T>(ask: (isPartial: boolean) => Promise<T>): Promise<T> {
    if (this.#lost && performance.now() < this.#until) return marked(await ask(true), this.#lost);
    try {
      return await ask(false);
    } catch (error) {
      if (!(error instanceof LostServer)) throw error;
      this.#lost = error;
      this.#until = performance.now() + GIVEN_UP_MS;
      return marked(await ask(true), error);
    }
  }
}

/** Only what has a place for it can say that it is partial. */
function marked<T>(answer: T, lost: LostServer): T {
  const { meta } = answer as { meta?: object };
  if (!meta) throw lost;
  const approximate_reason = `${lost.who} does not answer: events of the users whom it holds are not counted.`;
  return { ...answer, meta: { ...meta, approximate: true, approximate_reason } };
}
