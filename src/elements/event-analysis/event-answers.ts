import type { LitElement } from 'lit';
import type { EventReport, PastQuery } from '#contract/api.js';
import { AnswerController, type Reading } from '../base/answer-controller.js';
import { EventNames } from '../base/event-names.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { BarAnswers } from '../filter-bar/bar-answers.js';
import { ALL_GROUPS, type EventQuestion } from './event-query.js';

/** Past queries that a back end keeps at most. */
const MOST_QUERIES = 100;

/** What an analysis asks beside its report, each answer when it is first needed. */
export class EventAnswers {
  readonly names: EventNames;
  /** Values of fields, and days that hold data. */
  readonly bar: BarAnswers;
  readonly #groups: AnswerController<EventReport>;
  readonly #history: AnswerController<readonly PastQuery[]>;

  constructor(host: LitElement) {
    this.names = new EventNames(host);
    this.bar = new BarAnswers(host);
    this.#groups = new AnswerController(host);
    this.#history = new AnswerController(host);
  }

  /** All groups there are to choose from: the same question with room for more of them. */
  groups({ client }: ScopeSettings, { scope, event }: EventQuestion): Reading<EventReport> {
    const query = { ...event, limit: ALL_GROUPS };
    return this.#groups.read(client, JSON.stringify([scope, query]), (options) => client!.event(scope, query, options));
  }

  /** The event queries that the caller ran in the app, newest first, asked for anew where there is a newer answer. */
  history({ client, app }: ScopeSettings, answeredAt: number): Reading<readonly PastQuery[]> {
    if (!app) return {};
    return this.#history.read(client, `${app} ${answeredAt}`, async (options) => {
      const { createDefinitionsClient } = await import('#client/definitions.js');
      const { queries } = await createDefinitionsClient(client!).queries(app, { page_size: MOST_QUERIES }, options);
      return queries.filter(({ report }) => report === 'event');
    });
  }
}
