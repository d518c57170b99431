import type { RequestError } from '#client/request-error.js';

/** What a widget's body shows. */
export type BodyState =
  | 'idle' // something to ask with is missing: a client, an app, a metric
  | 'pending' // the skeleton: asked for the first time, or not near the viewport yet
  | 'data'
  | 'empty'
  | 'error'
  | 'offline'
  | 'limited'
  | 'forbidden'
  | 'unavailable';

/** What a state is made from. */
export interface StateInput {
  /** What is missing to ask with. */
  readonly missing: string | undefined;
  readonly isAsking: boolean;
  /** Why the last question failed. */
  readonly error: Error | undefined;
  /** Whether there is an answer about the same subject (app, metric), perhaps to another range. */
  readonly hasAnswer: boolean;
  /** Whether that answer is to the very question asked now. */
  readonly isAnswered: boolean;
  readonly isEmpty: boolean;
}

/** The state of a widget: what its body shows, and what its foot has to say. */
export interface WidgetState {
  readonly body: BodyState;
  /** An answer is shown while another is asked for: it is dimmed. */
  readonly isRefreshing: boolean;
  /** The last question failed; the body may still show the answer before. */
  readonly problem: BodyState | undefined;
}

/** Puts what happened into one of the designed states. Old data stays while it is true; what is forbidden goes. */
export function widgetState(input: StateInput): WidgetState {
  const { missing, isAsking, error, hasAnswer, isAnswered, isEmpty } = input;
  const shown: BodyState = isEmpty ? 'empty' : 'data';
  if (missing) return { body: 'idle', isRefreshing: false, problem: undefined };
  if (isAsking) return { body: hasAnswer ? shown : 'pending', isRefreshing: hasAnswer, problem: undefined };
  if (error) {
    const problem = problemOf(error);
    const keepsAnswer = isAnswered && problem !== 'forbidden' && problem !== 'unavailable';
    return { body: keepsAnswer ? shown : problem, isRefreshing: false, problem };
  }
  return { body: hasAnswer ? shown : 'pending', isRefreshing: false, problem: undefined };
}

/** Which designed state a failure is. Kinds are read by name: the error may come from another copy of the library. */
export function problemOf(error: Error): BodyState {
  switch ((error as Partial<RequestError>).kind) {
    case 'forbidden':
      return 'forbidden';
    case 'not_available':
      return 'unavailable';
    case 'rate_limited':
      return 'limited';
    case 'offline':
      return 'offline';
    default:
      return 'error';
  }
}
