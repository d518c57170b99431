import type { LitElement } from 'lit';
import type { App, Catalog, DaysReport, ValuesReport } from '#contract/api.js';
import { AnswerController, type Reading } from '../base/answer-controller.js';
import { scopeOf } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { partOf, SeenValues } from '../base/seen-values.js';

/** What a bar asks, each answer when it is first needed. */
export class BarAnswers {
  readonly #catalog: AnswerController<Catalog>;
  readonly #apps: AnswerController<readonly App[]>;
  readonly #systems: SeenValues;
  readonly #days: AnswerController<DaysReport>;
  readonly #values: SeenValues;

  constructor(host: LitElement) {
    this.#catalog = new AnswerController(host);
    this.#apps = new AnswerController(host);
    this.#systems = new SeenValues(host);
    this.#days = new AnswerController(host);
    this.#values = new SeenValues(host);
  }

  /** What the back end answers: its zone, limits and dimensions. */
  catalog({ client }: ScopeSettings): Reading<Catalog> {
    return this.#catalog.read(client, '', (options) => client!.catalog(options));
  }

  /** The apps that one can choose from. */
  apps({ client }: ScopeSettings): Reading<readonly App[]> {
    return this.#apps.read(client, '', (options) => client!.apps(options));
  }

  /** The operating systems seen in the data. */
  systems(settings: ScopeSettings): Reading<ValuesReport> {
    return this.#systems.read(settings, { field: 'os_name' });
  }

  /** The values of a field that hold a text. */
  values(settings: ScopeSettings, field: string, search: string): Reading<ValuesReport> {
    return this.#values.read(settings, { field, search });
  }

  /** The days that hold data. */
  days(settings: ScopeSettings): Reading<DaysReport> {
    const { client, timezone, profile } = settings;
    const scope = scopeOf(settings);
    if (!scope) return {};
    const query = { ...(timezone && { timezone }), ...(profile && { profile }), ...partOf(settings) };
    const ask = (options: object) => client!.days(scope, query, options);
    return this.#days.read(client, JSON.stringify([scope, query]), ask);
  }
}
