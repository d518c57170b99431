import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { App, Catalog, Range } from '#contract/api.js';
import { Formats } from '#format/formats.js';
import { localDay } from '#format/local-day.js';
import { directionOf } from '#i18n/fallback.js';
import { filterBarTexts } from '#i18n/filter-bar/section.js';
import { filterRangeTexts } from '#i18n/filter-range/section.js';
import { filterRowsTexts } from '#i18n/filter-rows/section.js';
import { joined } from '#i18n/section.js';
import { tokens } from '#theme/tokens.js';
import { type DropDown, dropDown } from '../base/drop-down.js';
import { DropDownController } from '../base/drop-down-controller.js';
import { dropDownStyles } from '../base/drop-down.styles.js';
import { FilterRows } from '../base/filter-rows.js';
import { filterRowsStyles } from '../base/filter-rows.styles.js';
import { frameStyles } from '../base/frame.styles.js';
import { Kit } from '../base/kit.js';
import { PopoverController } from '../base/popover-controller.js';
import { popoverFormStyles } from '../base/popover-form.styles.js';
import { property } from '../base/property.js';
import { nested, type ScopeSettings } from '../base/scope-settings.js';
import { ScopedElement } from '../base/scoped-element.js';
import { TextsController, type WidgetTexts } from '../base/texts-controller.js';
import { VisibilityController } from '../base/visibility-controller.js';
import { words } from '../base/words.js';
import { appPick } from './app-pick.js';
import { BarAnswers } from './bar-answers.js';
import { type BarMessages, type BarView, mostDays } from './bar-view.js';
import type { DaysDialog } from './days-dialog.js';
import { FilterChangeEvent } from './events.js';
import { filterBarStyles } from './filter-bar.styles.js';
import {
  changedParts,
  type FilterName,
  filterNames,
  type FilterTarget,
  type FilterValue,
  valueOf,
  wholeValue,
} from './filter-value.js';
import { comparePick, environmentPick, granularityPick, osPick, rangeChange, rangePick, typePick } from './picks.js';
import { daysOfRange } from './range-days.js';
import { TargetController } from './target-controller.js';

const texts = joined(joined(filterBarTexts, filterRowsTexts), filterRangeTexts);

/** What a bar shows where its host does not say. */
const usual = ['app', 'range', 'compare', 'os'];

/** A bar with which a reader chooses what the widgets of a scope show. It sets the scope that it stands in, or one that
 * it names; without one it keeps what is chosen, fires it, and leaves the rest to its host.
 *
 * @summary App, range, comparison and other filters of a scope.
 *
 * @slot - What stands at the end of the bar, such as how fresh the data is.
 *
 * @fires {FilterChangeEvent} filter-change - Something was chosen.
 * @fires {ReportErrorEvent} report-error - Choices could not be had; their list says so by itself.
 *
 * @csspart bar - The whole bar.
 *
 * @example
 * <ma-scope base-url="https://metrics.example" app="lantern-tea" range="last_30_days">
 *   <ma-filter-bar shows="app,range,compare,os,filters"></ma-filter-bar>
 *   <ma-trend-chart metrics="opens"></ma-trend-chart>
 * </ma-scope>
 */
export class MaFilterBar extends ScopedElement {
  static override styles = [
    ...tokens,
    frameStyles,
    dropDownStyles,
    filterRowsStyles,
    filterBarStyles,
    popoverFormStyles,
  ];

  readonly #popovers = new PopoverController(this);
  readonly #drops = new DropDownController(this, this.#popovers);
  readonly #named = new TargetController(this);
  readonly #answers = new BarAnswers(this);
  readonly #visibility = new VisibilityController(this);
  readonly #texts = new TextsController(this, texts);
  readonly #daysKit = new Kit(this, this.#texts, () => import('./days-kit.js'));
  readonly #filters = new FilterRows(
    this,
    this.#popovers,
    new Kit(this, this.#texts, () => import('../base/filter-kit.js')),
  );
  #days: DaysDialog | undefined;
  #wanted: FilterValue | undefined;
  #wantedOf: FilterTarget | undefined;

  /**
   * Filters in their order, separated by commas: `app type range granularity compare os environment filters`. Default
   * `app range compare os`. Types are shown while all apps are asked about.
   */
  @property({ converter: words }) shows: readonly string[] | undefined;

  /** The id of the scope to set, where the bar does not stand in it. */
  @property() for: string | undefined;

  /** Lets one choose all apps together. */
  @property({ type: Boolean, attribute: 'all-apps' }) allApps = false;

  /** Shows the name of each filter above it, and the bar as one strip of cells. */
  @property({ type: Boolean }) captions = false;

  /** Fields for free filters, separated by commas; default all that the back end knows. */
  @property({ converter: words }) fields: readonly string[] | undefined;

  /** The apps to choose from, where they shall not be asked for. */
  @property({ attribute: false }) apps: readonly App[] | undefined;

  /** What is chosen, of the filters that are shown, as one plain value. Set, it changes the scope and fires nothing. */
  @property({ attribute: false })
  get value(): FilterValue {
    return valueOf(this.#target, this.#shown);
  }

  set value(value: FilterValue | undefined) {
    this.#wanted = value;
    this.#wantedOf = undefined;
    if (this.hasUpdated) this.#applyWanted();
  }

  /** What is in force for the scope that the bar sets; the bar's own language, client and clock win. */
  override get settings(): ScopeSettings {
    const target = this.#target;
    if (target === this) return super.settings;
    const { client, locale, texts, catalog, now, direction } = this.ownSettings;
    return nested(target.settings, { client, locale, texts, catalog, now, direction });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#named.name(this.for);
    this.#applyWanted();
  }

  /** The scope that the bar sets; itself where there is none. */
  get #target(): FilterTarget {
    const { scope } = (this.for === undefined ? this.surroundings.outer : this.#named.settings) ?? {};
    return (scope as ScopedElement | undefined) ?? this;
  }

  get #shown(): FilterName[] {
    return filterNames(this.shows ?? usual);
  }

  get #catalog(): Catalog | undefined {
    const { settings } = this;
    if (settings.catalog || !this.#visibility.wasNear) return settings.catalog;
    return this.#answers.catalog(settings).answer;
  }

  /** Does what the host has set, once there is a scope to do it to, and again in another one. */
  #applyWanted(): void {
    const target = this.#target;
    const isAwaited = this.for !== undefined && target === this;
    if (!this.#wanted || isAwaited || target === this.#wantedOf) return;
    this.#wantedOf = target;
    Object.assign(target, wholeValue(this.#wanted, this.#shown));
  }

  readonly #set = (change: Partial<FilterValue>): void => {
    const before = this.value;
    Object.assign(this.#target, change);
    this.#wanted = undefined;
    this.requestUpdate();
    const { value } = this;
    if (JSON.stringify(before) === JSON.stringify(value)) return;
    this.dispatchEvent(new FilterChangeEvent(value, changedParts(change, this.#shown)));
  };

  readonly #openDays = async (of: 'range' | 'compare'): Promise<void> => {
    const { DaysDialog: Dialog } = await this.#daysKit.ready();
    const { compareStart: start, compareEnd: end } = this.value;
    const compared = of === 'compare' && start && end ? { start, end } : undefined;
    this.#days ??= new Dialog(this);
    const isBefore = of === 'compare' && !compared;
    await this.#days.start(compared ?? daysOfRange(this.settings, this.#today), isBefore);
    this.#popovers.toggle(`days-${of}`, this.#button(of));
  };

  #button(name: string): HTMLElement {
    return this.shadowRoot!.querySelector<HTMLElement>(`[data-pick=${name}]`)!;
  }

  protected override render(): TemplateResult {
    const { settings } = this;
    const words = this.#words;
    return html`
      <div
        class="frame bare bar${this.captions ? ' captions' : ''}"
        part="bar"
        role="group"
        aria-label=${words?.get('filter.bar') ?? nothing}
        lang=${this.#language}
        dir=${settings.direction ?? directionOf(this.#language)}
      >
        <div class="controls">
          ${words ? this.#renderPicks(words, settings) : this.#shown.map(() => html`<span class="pick"><i class="bone"></i></span>`)}
          <slot></slot>
        </div>
        <p class="hidden-text" role="status">${this.#filters.announcement}</p>
      </div>
    `;
  }

  get #language(): string {
    return this.settings.locale ?? (document.documentElement.lang || 'en');
  }

  get #words(): WidgetTexts<BarMessages> | undefined {
    return this.#texts.in(this.#language, this.settings.texts);
  }

  /** The zone of days: the scope's, else the back end's once it is known. */
  get #zone(): string | undefined {
    return this.settings.timezone ?? this.#catalog?.default_timezone;
  }

  get #today(): string | undefined {
    const zone = this.#zone;
    return zone && localDay((this.settings.now ?? Date.now)(), zone);
  }

  #view(texts: WidgetTexts<BarMessages>, settings: ScopeSettings): BarView {
    const timezone = this.#zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const asksApps = this.#visibility.wasNear && this.#shown.includes('app');
    return {
      texts,
      formats: new Formats({ locale: this.#language, timezone }),
      value: this.value,
      catalog: this.#catalog,
      today: this.#today,
      apps: this.apps ? { answer: this.apps } : asksApps ? this.#answers.apps(settings) : {},
      systems: this.#popovers.open === 'os' ? this.#answers.systems(settings) : {},
      set: this.#set,
      openDays: (of) => void this.#openDays(of),
    };
  }

  #renderPicks(texts: WidgetTexts<BarMessages>, settings: ScopeSettings): unknown {
    const view = this.#view(texts, settings);
    const pick = (name: FilterName): unknown => {
      if (name === 'type' && !settings.superapp) return nothing;
      if (name === 'filters') return this.#renderFilters(view, settings);
      return dropDown(picks[name](view, this.allApps) as DropDown, this.#drops);
    };
    return [...this.#shown.map(pick), this.#renderDays(view, settings)];
  }

  #renderDays(view: BarView, settings: ScopeSettings): unknown {
    const { open = '' } = this.#popovers;
    if (!this.#days || !open.startsWith('days-')) return nothing;
    const isRange = open === 'days-range';
    const apply = ({ start, end }: Range): void => {
      this.#popovers.close();
      if (isRange) this.#set(rangeChange({ start, end }, view));
      else this.#set({ compare: undefined, compareStart: start, compareEnd: end });
    };
    return this.#days.render(
      {
        label: view.texts.get(isRange ? 'filter.range' : 'filter.compare'),
        most: mostDays(view),
        today: view.today ?? localDay((settings.now ?? Date.now)(), view.formats.timezone),
        profile: settings.profile,
        days: this.#answers.days(settings),
        apply,
      },
      view, // its texts have come with the dialog
    );
  }

  #renderFilters(view: BarView, settings: ScopeSettings): TemplateResult {
    const { fields } = this;
    return this.#filters.render(
      {
        ...{ name: 'filter', filters: view.value.filters ?? [], fields, catalog: view.catalog },
        valuesOf: (field, search) => this.#answers.values(settings, field, search),
        change: (filters) => this.#set({ filters }),
      },
      view,
    );
  }
}

const picks = {
  app: appPick,
  type: typePick,
  range: rangePick,
  granularity: granularityPick,
  compare: comparePick,
  os: osPick,
  environment: environmentPick,
};
