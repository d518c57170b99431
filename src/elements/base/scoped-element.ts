import { LitElement, type PropertyValues } from 'lit';
import type { AppType, Catalog, CompareKind, Environment, Filter, Granularity, NamedRange } from '#contract/api.js';
import type { Client, ClientOptions } from '#client/client.js';
import type { Messages } from '#i18n/message.js';
import type { Scheme } from '#theme/schemes.js';
import type { ThemeName } from '#theme/themes.js';
import { adopt } from './adopt.js';
import { property } from './property.js';
import { ScopeController } from './scope-controller.js';
import type { ScopeSettings } from './scope-settings.js';
import { sharedClient } from './shared-client.js';
import { words } from './words.js';

/**
 * What scopes and widgets have in common: the attributes that say what is asked, of whom, and in which language. A
 * widget that has them needs no scope; inside a scope they are stronger than the scope's.
 */
export class ScopedElement extends LitElement {
  /** The settings of the scopes around it. */
  protected readonly surroundings = new ScopeController(this);

  /** The client to ask; stronger than `base-url`. */
  @property({ attribute: false }) client: Client | undefined;

  /** Where the back end's `/v1/…` begins. */
  @property({ attribute: 'base-url' }) baseUrl: string | undefined;

  /** Gives an access token. A property only: a token is never an attribute. */
  @property({ attribute: false }) getToken: ClientOptions['getToken'] | undefined;

  /** Names whose numbers these are (user and tenant). When it changes, old numbers go at once. */
  @property({ attribute: false }) identity: string | undefined;

  /** The id of the mini program, mini game or H5 app. */
  @property() app: string | undefined;

  /** Asks across all apps instead of about one. */
  @property({ type: Boolean }) superapp = false;

  /** Which types of apps a superapp asks about, separated by commas; default all. */
  @property({ attribute: 'app-types', converter: words }) appTypes: readonly AppType[] | undefined;

  /** A named range such as `last_7_days`; or `start` and `end`. */
  @property() range: NamedRange | undefined;

  /** First day of the range (`YYYY-MM-DD`), or its first instant. */
  @property() start: string | undefined;

  /** Last day of the range, included; or the instant at which it ends, excluded. */
  @property() end: string | undefined;

  /** Length of a bucket where there are buckets. */
  @property() granularity: Granularity | undefined;

  /** IANA zone of days and hours; default the back end's. */
  @property() timezone: string | undefined;

  /** The definition profile; default the back end's. */
  @property() profile: string | undefined;

  /** `production` (default) or `non_production`. */
  @property() environment: Environment | undefined;

  /** Operating systems, separated by commas: a filter on `os_name`. */
  @property({ converter: words }) os: readonly string[] | undefined;

  /** Filters of the contract; as an attribute, JSON. Those of the scope hold too. */
  @property({ type: Array }) filters: readonly Filter[] | undefined;

  /** What to compare with, separated by commas: `previous_day last_week last_month previous_period`. */
  @property({ converter: words }) compare: readonly CompareKind[] | undefined;

  /** First day or instant of a range to compare with, where none of `compare` is meant; with `compare-end`. */
  @property({ attribute: 'compare-start' }) compareStart: string | undefined;

  /** Last day of that range, included; or the instant at which it ends, excluded. */
  @property({ attribute: 'compare-end' }) compareEnd: string | undefined;

  /** Language of texts, numbers and dates; default that of the page. */
  @property() locale: string | undefined;

  /** Texts of the host's own, by key; see the i18n room. */
  @property({ attribute: false }) texts: Messages | undefined;

  /** `porcelain` (default) or `instrument`. */
  @property({ reflect: true }) theme: ThemeName | undefined;

  /** `light`, `dark` or `auto`; default the `color-scheme` of the page around. */
  @property({ reflect: true }) scheme: Scheme | undefined;

  /** The catalogue, where it shall not be asked for. */
  @property({ attribute: false }) catalog: Catalog | undefined;

  /** The clock, in epoch milliseconds; default the device's. */
  @property({ attribute: false }) now: (() => number) | undefined;

  /** What the element itself says, without what is around it. */
  get ownSettings(): ScopeSettings {
    const { app, appTypes, range, start, end, granularity, timezone, profile, environment } = this;
    const { compare, compareStart, compareEnd, locale, texts, catalog, now } = this;
    return {
      ...{ app, appTypes, range, start, end, granularity, timezone, profile, environment },
      ...{ compare, compareStart, compareEnd, locale, texts, catalog, now },
      client: this.client ?? this.#ownClient(),
      superapp: this.superapp || undefined,
      direction: this.dir === 'rtl' || this.dir === 'ltr' ? this.dir : undefined,
      filters: [...(Array.isArray(this.filters) ? (this.filters as readonly Filter[]) : []), ...this.#systems()],
    };
  }

  /** The settings in force. */
  get settings(): ScopeSettings {
    return this.surroundings.settings;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('theme') && this.theme) void this.#adoptThemes();
  }

  async #adoptThemes(): Promise<void> {
    const { themes } = await import('#theme/themes.js');
    adopt(this.shadowRoot, themes);
  }

  #ownClient(): Client | undefined {
    const { baseUrl, getToken, identity } = this;
    if (baseUrl === undefined) return undefined;
    return sharedClient({ baseUrl, ...(getToken && { getToken }), ...(identity !== undefined && { identity }) });
  }

  #systems(): Filter[] {
    return this.os?.length ? [{ field: 'os_name', operator: 'in', values: [...this.os] }] : [];
  }
}
