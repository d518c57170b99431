import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { EventDefinition, EventDefinitionList, Me, Meta, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import { createDefinitionsClient } from '#client/definitions.js';
import type { AskOptions } from '#client/session.js';
import { eventTexts } from '#i18n/event/section.js';
import { eventListTexts } from '#i18n/event-list/section.js';
import { formTexts } from '#i18n/form/section.js';
import { joined } from '#i18n/section.js';
import { tableTexts } from '#i18n/table/section.js';
import type { Missing } from '../base/asking-element.js';
import { ConfirmController } from '../base/confirm-controller.js';
import type { PartValues } from '../base/explanation-controller.js';
import { FileController } from '../base/file-controller.js';
import { formStyles } from '../base/form.styles.js';
import { icon } from '../base/icons.js';
import { labelledRows } from '../base/labelled-rows.styles.js';
import { localMeta } from '../base/local-meta.js';
import { message } from '../base/message.js';
import { pagingRow } from '../base/paging.js';
import { pagingStyles } from '../base/paging.styles.js';
import { property, state } from '../base/property.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { tableStyles } from '../base/table.styles.js';
import { Widget } from '../base/widget.js';
import { SearchChangeEvent } from '../page-table/events.js';
import { pageSearchStyles } from '../page-table/page-search.styles.js';
import { TypingController } from '../base/typing-controller.js';
import { changeEvent, ChangedMeanwhile, everyDefinition, type ListChange, partOf } from './event-changes.js';
import { eventListStyles } from './event-list.styles.js';
import { eventTable } from './event-rows.js';
import { EventChangeEvent, EventEditEvent, EventNewEvent } from './events.js';
import { fileRows } from './list-file.js';
import type { ListMessages, ListTexts } from './list-words.js';
import { defaultFieldList, observedEvents } from './more-events.js';

interface ListQuestion {
  readonly app: string;
  readonly page: number;
  readonly size: number;
  readonly search: string;
}

interface ListAnswer {
  readonly list: EventDefinitionList;
  readonly me: Me | undefined;
}

const texts = joined(joined(eventListTexts, eventTexts), joined(tableTexts, formTexts));

/**
 * The events that an app has defined: state, dates, who; what a draft changes; unpublishing and deleting; and the
 * events that come in without a definition.
 *
 * @summary The list of custom events, from which they are changed, unpublished and deleted.
 *
 * @fires {EventEditEvent} event-edit - An event is to be changed or looked at.
 * @fires {EventNewEvent} event-new - A new event is to be defined.
 * @fires {EventChangeEvent} event-change - An event was unpublished or its draft deleted.
 * @fires {SearchChangeEvent} search-change - Something was looked for.
 * @fires {ReportErrorEvent} report-error - The list could not be had; it says so by itself.
 *
 * @csspart frame - The whole widget.
 * @csspart head - Title, count, search and “New event”.
 * @csspart body - The list, or what is said in its place.
 * @csspart table - What scrolls where the list is wider than its room.
 * @csspart foot - Freshness, parts of the list, actions.
 *
 * @example
 * <ma-event-list base-url="https://metrics.example" app="lantern-tea"></ma-event-list>
 */
export class MaEventList extends Widget<ListQuestion, ListAnswer, ListMessages> {
  static override styles = [
    ...Widget.styles,
    tableStyles,
    pagingStyles,
    pageSearchStyles,
    formStyles,
    labelledRows(719),
    eventListStyles,
  ];

  /** A list to show, instead of asking for one. Where it is whole, it is searched and paged through here. */
  @property({ attribute: false }) data: EventDefinitionList | undefined;

  /** The title; default “Events” in the widget's language. */
  @property() heading: string | undefined;

  /** Shows only events whose name or display name holds this. */
  @property({ useDefault: true }) search = '';

  /** Rows in a part of the list, 1 to 200. */
  @property({ type: Number, attribute: 'page-size', useDefault: true }) pageSize = 10;

  @state() private page = 1;
  @state() private opened: string | undefined;
  @state() private done = '';
  @state() private lost = '';

  readonly #typing = new TypingController(this);
  readonly #confirms = new ConfirmController(this);
  readonly #file = new FileController(this);
  #given: ListAnswer | undefined;
  #of = '';

  constructor() {
    super(texts);
  }

  /** Every definition that matches, as a CSV file. */
  async download(): Promise<void> {
    const { shown, asked: client, words } = this;
    if (!shown || !words) return;
    const { app } = shown.question ?? {};
    await this.#file.save(async (signal) => {
      const events = client && createDefinitionsClient(client).events;
      const all =
        events && app ? await everyDefinition(events, app, this.#search, signal) : shown.answer.list.definitions;
      return { rows: fileRows(all, words, this.meta()), name: words.get('events.nameOfFile') };
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data')) this.#given = this.data && { list: this.data, me: undefined };
    const of = JSON.stringify([this.settings.app, this.#search, this.#size]);
    if (of !== this.#of) this.page = 1;
    this.#of = of;
    super.willUpdate(changed);
  }

  protected override given(): ListAnswer | undefined {
    return this.#given;
  }

  protected override question({ app }: ScopeSettings): ListQuestion | Missing {
    return app ? { app, page: this.page, size: this.#size, search: this.#search } : 'app';
  }

  protected override async ask(
    client: Client,
    { app, page, size, search }: ListQuestion,
    options: AskOptions,
  ): Promise<ListAnswer> {
    const { events } = createDefinitionsClient(client);
    const query = { page, page_size: size, ...(search && { search }) };
    const [list, me] = await Promise.all([events.list(app, query, options), client.me(options)]);
    return { list, me };
  }

  protected override subject({ app }: ListQuestion): string {
    return app;
  }

  protected override meta(): Meta {
    return localMeta(this.settingsInForce, this.shown?.at);
  }

  protected override isEmpty({ list }: ListAnswer): boolean {
    return this.#part(list).definitions.length === 0;
  }

  protected override within({ app }: ListQuestion): { scope: Scope; query: RangeQuery } {
    return { scope: `apps/${app}`, query: {} };
  }

  protected override knownValues(): PartValues {
    return new Map();
  }

  get #search(): string {
    return this.search.trim();
  }

  get #size(): number {
    const { pageSize } = this;
    return pageSize >= 1 && pageSize <= 200 ? Math.floor(pageSize) : 10;
  }

  #part(list: EventDefinitionList): EventDefinitionList {
    return this.data ? partOf(list, this.#search, this.page, this.#size) : list;
  }

  #may(permission: 'events.write' | 'events.publish'): boolean {
    return this.asked !== undefined && this.shown?.answer.me?.permissions.includes(permission) === true;
  }

  readonly #handleFind = (search: string, isFinal: boolean): void => {
    this.#typing.then(
      () => {
        if (search === this.search) return;
        this.search = search;
        this.dispatchEvent(new SearchChangeEvent(search));
      },
      isFinal || search === '',
    );
  };

  async #handleChange(definition: EventDefinition, change: ListChange): Promise<void> {
    const { words, asked: client, shown } = this;
    const app = shown?.question?.app;
    if (!words || !client || !app) return;
    const name = definition.display_name;
    const deed = change === 'deleted' ? 'delete' : 'unpublish';
    this.done = this.lost = '';
    const isSure = await this.#confirms.ask({
      title: words.get(`events.${deed}Title`, { name }),
      text: words.get(`events.${deed}Text`),
      confirm: words.get(`events.${deed}`),
      cancel: words.get('form.cancel'),
      isDanger: true,
    });
    if (!isSure) return;
    try {
      await changeEvent(createDefinitionsClient(client).events, app, definition, change);
      this.done = words.get(`events.${change}`, { name });
      this.dispatchEvent(new EventChangeEvent(change, definition));
    } catch (error) {
      this.lost =
        error instanceof ChangedMeanwhile ? words.get('events.changed', { name }) : words.get('events.failed');
      if (!(error instanceof ChangedMeanwhile)) return;
    }
    this.refresh();
  }

  protected override renderWidget(texts: ListTexts | undefined): TemplateResult {
    const title = this.heading ?? texts?.get('events.title') ?? '';
    if (!texts) return this.renderFrame({ label: title, body: html`<div class="said"></div>`, actions: [] }, undefined);
    return this.renderFrame(
      {
        label: title,
        head: this.#renderHead(title, texts),
        body: this.#renderBody(title, texts),
        paging: this.#renderPaging(texts),
        actions: [...(this.shown ? [this.#csvAction(texts)] : []), ...this.refreshAction(texts)],
        overlay: this.#confirms.render(),
      },
      texts,
    );
  }

  #csvAction(texts: ListTexts) {
    return { id: 'csv', icon: 'download', label: texts.get('action.csv'), run: () => void this.download() } as const;
  }

  #renderHead(title: string, texts: ListTexts): TemplateResult {
    const { shown } = this;
    const count = shown && this.#part(shown.answer.list).row_count;
    const label = texts.get('events.search');
    const read = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`
      <div class="titles">
        <h2>${title}</h2>
        <p class="context" role="status">
          ${count === undefined ? (this.state.body === 'pending' ? html`<i class="bone"></i>` : nothing) : texts.get('events.count', { count })}
        </p>
        ${this.#file.isLost ? html`<p class="context lost" role="alert">${texts.get('table.fileFailed')}</p>` : nothing}
      </div>
      <div class="tools">
        <label class="search">
          ${icon('search')}
          <input
            type="search"
            autocomplete="off"
            aria-label=${label}
            placeholder=${label}
            .value=${this.search}
            @input=${(event: Event) => this.#handleFind(read(event), false)}
            @change=${(event: Event) => this.#handleFind(read(event), true)}
          />
        </label>
        ${
          this.#may('events.write')
            ? html`<button
                class="button"
                type="button"
                data-do="new"
                @click=${() => this.dispatchEvent(new EventNewEvent())}
              >
                ${texts.get('events.new')}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #renderBody(title: string, texts: ListTexts): TemplateResult {
    const { shown, state: now } = this;
    const list = shown && this.#part(shown.answer.list);
    const canWrite = this.#may('events.write');
    const hasAnswer = now.body === 'data' || now.body === 'empty';
    return html`
      ${
        hasAnswer && this.asked && !canWrite
          ? html`<p class="context" role="note">${texts.get('event.needs', { permission: 'events.write' })}</p>`
          : nothing
      }
      <p class="done" role="status" ?hidden=${!this.done}>${this.done}</p>
      ${this.lost ? html`<p class="lost" role="alert">${this.lost}</p>` : nothing}
      ${eventTable({
        ...{ texts, formats: this.formats(texts), label: title, size: this.#size, canWrite, open: this.opened },
        definitions: now.body === 'data' ? list?.definitions : undefined,
        message: now.body === 'data' || now.body === 'pending' ? undefined : message(this.#said(texts)),
        canPublish: this.#may('events.publish'),
        toggle: (id) => (this.opened = this.opened === id ? undefined : id),
        edit: (definition) => this.dispatchEvent(new EventEditEvent(definition)),
        unpublish: (definition) => void this.#handleChange(definition, 'unpublished'),
        remove: (definition) => void this.#handleChange(definition, 'deleted'),
      })}
      ${
        hasAnswer && shown && list
          ? html`${observedEvents(
              list.observed,
              texts,
              this.formats(texts),
              canWrite ? (name) => this.dispatchEvent(new EventNewEvent(name)) : undefined,
            )}${defaultFieldList(shown.catalog, texts)}`
          : nothing
      }
      ${this.bare ? this.#renderPaging(texts) : nothing}
    `;
  }

  #said(texts: ListTexts) {
    const said = this.stateMessage(texts);
    // the look of messages comes with the usual one
    if (this.state.body !== 'empty' || !said.title) return said;
    const search = this.#search;
    if (!search) return { icon: 'search', title: texts.get('events.none'), hint: texts.get('events.noneHint') };
    const run = (): void => this.#handleFind('', true);
    const hint = texts.get('events.noMatchHint', { search });
    return {
      icon: 'search',
      title: texts.get('events.noMatch'),
      hint,
      action: { label: texts.get('events.clear'), run },
    };
  }

  #renderPaging(texts: ListTexts): TemplateResult | typeof nothing {
    const { shown, page } = this;
    if (!shown || this.state.body !== 'data') return nothing;
    const { definitions, row_count: total } = this.#part(shown.answer.list);
    const first = (page - 1) * this.#size + 1;
    const last = first + definitions.length - 1;
    const turn = (to: number) => (): void => void (this.page = to);
    return pagingRow({
      ...{ texts, formats: this.formats(texts), first, last, total },
      previous: page > 1 ? turn(page - 1) : undefined,
      next: last < total ? turn(page + 1) : undefined,
    });
  }
}
