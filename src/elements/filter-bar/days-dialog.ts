import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { FilterDaysMessages } from '#i18n/filter-days/section.js';
import type { FilterRowsMessages } from '#i18n/filter-rows/section.js';
import type { Texts } from '#i18n/texts.js';
import { weekdays } from '#time/day.js';
import type { DaysReport, Range } from '#contract/api.js';
import { profileOf } from '../base/catalog.js';
import { icon } from '../base/icons.js';
import type { Reading } from '../base/answer-controller.js';
import type { BarView } from './bar-view.js';
import { loadCalendar } from './calendar.js';
import { countDays, faultOfDays, previousDays } from './days-rules.js';

/** What days are chosen for. */
export interface DaysQuestion {
  /** Names the dialog. */
  readonly label: string;
  /** The most days that can be chosen. */
  readonly most: number;
  readonly today: string;
  readonly profile: string | undefined;
  readonly days: Reading<DaysReport>;
  readonly apply: (days: Range) => void;
}

/** What the dialog is drawn from; texts of its own come with it. */
export type DaysView = Pick<BarView, 'catalog' | 'formats'> & {
  readonly texts: Texts<FilterRowsMessages & FilterDaysMessages>;
};

type Edge = 'start' | 'end';

/** From which width on two months stand side by side. */
const twoMonths = '(min-width: 640px)';

/** Choosing days: two fields, and a calendar that shows which days hold data. */
export class DaysDialog {
  readonly #host: LitElement;
  #draft: Range = { start: '', end: '' };
  #hasCalendar: boolean | undefined;
  #focused: string | undefined;
  #known: ReadonlySet<string> | undefined;
  #isTooFar = (_: Date): boolean => false;
  #partsOf = (_: Date): string => '';

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Begins with days, or with those before them, and loads the calendar where that has not been done. */
  async start(days: Range | undefined, isBefore: boolean): Promise<void> {
    this.#draft = (days && (isBefore ? previousDays(days) : days)) ?? { start: '', end: '' };
    this.#focused = this.#known = undefined;
    this.#isTooFar = () => false;
    this.#partsOf = () => '';
    this.#hasCalendar ??= await loadCalendar();
  }

  /** The dialog, as a popover. */
  render(of: DaysQuestion, view: DaysView): TemplateResult {
    const { texts } = view;
    const { start, end } = this.#draft;
    const fault = faultOfDays(start, end, of.most, of.today);
    const submit = (event: Event): void => {
      event.preventDefault();
      if (!fault) of.apply(this.#draft);
    };
    return html`
      <div
        class="days ${this.#hasCalendar ? 'with-calendar' : ''}"
        popover="auto"
        data-at="start"
        role="dialog"
        aria-label=${of.label}
        tabindex="-1"
      >
        <form class="scroll" novalidate @submit=${submit}>
          <div class="fields">${this.#field('start', of, view)}${this.#field('end', of, view)}</div>
          ${this.#hasCalendar ? this.#calendar(of, view) : nothing} ${this.#dots(of, view)}
          <div class="row">
            <p class="hint ${fault ? 'fault' : ''}" role="status">
              ${fault ? texts.get(`filter.days.${fault}`, { count: of.most }) : this.#summary(of, view)}
            </p>
            <button class="button apply" type="submit" aria-disabled=${fault !== undefined}>
              ${texts.get('filter.apply')}
            </button>
          </div>
        </form>
      </div>
    `;
  }

  #field(edge: Edge, { today }: DaysQuestion, { texts }: DaysView): TemplateResult {
    const change = (event: Event): void => this.#change({ [edge]: (event.target as HTMLInputElement).value });
    return html`<label class="field">
      <span>${texts.get(edge === 'start' ? 'filter.days.first' : 'filter.days.last')}</span>
      <input type="date" max=${today} .value=${this.#draft[edge]} ?autofocus=${edge === 'start'} @change=${change} />
    </label>`;
  }

  #calendar(of: DaysQuestion, view: DaysView): TemplateResult {
    const { texts, catalog } = view;
    const { start, end } = this.#draft;
    const months = matchMedia(twoMonths).matches ? 2 : 1;
    const weekStart = catalog && profileOf(catalog, of.profile ?? catalog.default_profile)?.week_start;
    this.#mark(of.days.answer);
    return html`<calendar-range
      .months=${months}
      .pageBy=${'single'}
      .locale=${texts.locale}
      .today=${of.today}
      .max=${of.today}
      .firstDayOfWeek=${weekStart ? weekdays.indexOf(weekStart) : 1}
      .value=${start && end ? `${start}/${end}` : ''}
      .isDateDisallowed=${this.#isTooFar}
      .getDayParts=${this.#partsOf}
      @rangestart=${(event: CustomEvent<Date>) => this.#begin(event.detail, of.most)}
      @change=${this.#take}
      @focusday=${(event: CustomEvent<Date>) => this.#focus(dayOf(event.detail))}
    >
      <span slot="previous" title=${texts.get('filter.days.previous')}>
        ${icon('previous')}<span class="hidden-text">${texts.get('filter.days.previous')}</span>
      </span>
      <span slot="next" title=${texts.get('filter.days.next')}>
        ${icon('next')}<span class="hidden-text">${texts.get('filter.days.next')}</span>
      </span>
      <div class="months">
        <calendar-month></calendar-month>${months > 1 ? html`<calendar-month .offset=${1}></calendar-month>` : nothing}
      </div>
    </calendar-range>`;
  }

  /** What the dots mean, and how far they go. */
  #dots({ days }: DaysQuestion, { texts, formats }: DaysView): TemplateResult | typeof nothing {
    const known = days.answer?.days;
    if (!this.#hasCalendar || !known?.length) return nothing;
    const range = formats.range({ start: known[0]!, end: known.at(-1)! });
    return html`<p class="hint dots">${texts.get('filter.days.dots', { range })}</p>`;
  }

  /** How many days; of the day under the focus, that it has no data. */
  #summary({ days }: DaysQuestion, { texts, formats }: DaysView): string {
    const day = this.#focused;
    if (day && days.answer && !this.#known?.has(day)) {
      return texts.get('filter.days.noneHere', { day: formats.day(day, 'weekday') });
    }
    const { start, end } = this.#draft;
    return texts.get('filter.days.count', { count: countDays(start, end) ?? 0 });
  }

  /** Functions of the calendar are only made anew where what they say changes: it draws itself for each new one. */
  #mark(report: DaysReport | undefined): void {
    if (!report || this.#known) return;
    const known = new Set(report.days);
    this.#known = known;
    this.#partsOf = (date) => (known.has(dayOf(date)) ? 'data' : '');
  }

  #begin(first: Date, most: number): void {
    const reach = (most - 1) * 86_400_000;
    this.#isTooFar = (date) => Math.abs(date.getTime() - first.getTime()) > reach;
    this.#host.requestUpdate();
  }

  readonly #take = ({ target }: Event): void => {
    const [start = '', end = ''] = (target as HTMLElement & { value: string }).value.split('/');
    this.#isTooFar = () => false;
    this.#change({ start, end });
  };

  #focus(day: string): void {
    this.#focused = day;
    this.#host.requestUpdate();
  }

  #change(change: Partial<Range>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#focused = undefined;
    this.#host.requestUpdate();
  }
}

/** The calendar's dates are midnights in UTC. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
