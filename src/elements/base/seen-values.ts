import type { LitElement } from 'lit';
import type { ValuesReport } from '#contract/api.js';
import { AnswerController, type Reading } from './answer-controller.js';
import { scopeOf } from './question.js';
import type { ScopeSettings } from './scope-settings.js';

/** What is looked for among the values of a field. */
export interface SeenQuery {
  readonly field: string;
  /** Only values that hold this text. */
  readonly search?: string | undefined;
  readonly limit?: number | undefined;
}

/** The values of a field that the data hold, the most frequent first; those of one field are kept at a time. */
export class SeenValues {
  readonly #answers: AnswerController<ValuesReport>;

  constructor(host: LitElement) {
    this.#answers = new AnswerController(host);
  }

  /** The values, in the part of the data that the settings name; asked for where nobody has. */
  read(settings: ScopeSettings, { field, search, limit }: SeenQuery): Reading<ValuesReport> {
    const { client } = settings;
    const scope = scopeOf(settings);
    if (!scope) return {};
    const query = { field, ...(search && { search }), ...(limit && { limit }), ...partOf(settings) };
    const ask = (options: object) => client!.values(scope, query, options);
    return this.#answers.read(client, JSON.stringify([scope, query]), ask);
  }
}

/** The part of the data that is looked at. */
export function partOf({ environment, superapp, appTypes }: ScopeSettings) {
  return {
    ...(environment && { environment }),
    ...(superapp && appTypes?.length && { app_type: [...appTypes] }),
  };
}
