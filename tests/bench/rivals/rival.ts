import type { Generated } from '../generate.js';
import type { Answer } from '../questions.js';

/** Another engine that can answer some of the questions, by their place in the list. */
export interface Rival {
  readonly name: string;
  /** Takes the events in. */
  load(made: Generated): Promise<void> | void;
  /** The answer to a question, or `null` where this engine has no reasonable way to it. */
  answer(place: number): Answer | null;
}
