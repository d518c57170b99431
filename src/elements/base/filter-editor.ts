import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Catalog, Filter, FilterOperator, ValuesReport } from '#contract/api.js';
import { propertyPrefix } from '#contract/property-prefix.js';
import type { Formats } from '#format/formats.js';
import type { FilterEditorMessages } from '#i18n/filter-editor/section.js';
import type { FilterRowsMessages } from '#i18n/filter-rows/section.js';
import type { Texts } from '#i18n/texts.js';
import type { Reading } from './answer-controller.js';
import { dimensionLabel } from './catalog.js';
import { ChoiceController } from './choice-controller.js';
import { choiceList } from './choice-list.js';
import { type Choice, type Choices, matching } from './choices.js';
import {
  arityOf,
  fieldsOf,
  type FieldType,
  type FilterItem,
  hasProperties,
  itemOf,
  operatorsOf,
  propertyField,
  typeOf,
} from './filter-rules.js';
import { TypingController } from './typing-controller.js';
import { waiting } from './waiting.js';

/** What a filter is made for. */
export interface EditorQuestion {
  /** The fields that the host lets one choose; default all. */
  readonly fields?: readonly string[] | undefined;
  /** Fields of events that are known beside the catalogue's, as `properties.NAME`. */
  readonly properties?: readonly string[] | undefined;
  readonly catalog: Catalog;
  /** The values of a field that hold a text. */
  readonly valuesOf: (field: string, search: string) => Reading<ValuesReport>;
  readonly apply: (filter: Filter) => void;
}

/** What the editor is written with; its own texts come with it. */
export interface EditorView {
  readonly texts: Texts<FilterRowsMessages & FilterEditorMessages>;
  readonly formats: Formats;
}

/** A property that is yet to be named. */
const PROPERTY = propertyPrefix;

/** Making a free filter: a field, an operator that fits its type, values with suggestions. */
export class FilterEditor {
  readonly #host: LitElement;
  readonly #keys: ChoiceController;
  readonly #typing: TypingController;
  #field = '';
  #operator: FilterOperator = 'in';
  #values: readonly FilterItem[] = [];
  /** What is typed, and of it what has been asked for: values are asked for after a pause. */
  #search = '';
  #asked = '';
  /** The last values that were seen, shown until those that are asked for are there. */
  #seen: { readonly field: string; readonly answer: ValuesReport } | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#keys = new ChoiceController(host);
    this.#typing = new TypingController(host);
  }

  /** Begins with a filter, or with none. */
  start(filter: Filter | undefined): void {
    this.#field = filter?.field ?? '';
    this.#operator = filter?.operator ?? 'in';
    this.#values = filter?.values ?? [];
    this.#search = this.#asked = '';
    this.#seen = undefined;
    this.#keys.start({ label: '', choices: [], chosen: [], choose: () => undefined });
  }

  /** The dialog, as a popover. */
  render(of: EditorQuestion, view: EditorView): TemplateResult {
    const { texts } = view;
    const isAsked = this.#field !== '' && this.#field !== PROPERTY;
    const seen = isAsked ? this.#suggestions(of) : {};
    const type = typeOf(this.#field, of.catalog, seen.answer?.type);
    const filter = this.#filter();
    const submit = (event: Event): void => {
      event.preventDefault();
      if (filter) of.apply(filter);
    };
    return html`
      <div
        class="editor"
        popover="auto"
        data-at="start"
        role="dialog"
        aria-label=${texts.get('filter.edit')}
        tabindex="-1"
      >
        <form class="scroll" novalidate @submit=${submit}>
          <div class="fields">
            ${this.#fieldSelect(of, view)} ${isAsked ? this.#operatorSelect(type, view) : nothing}
            ${isAsked ? this.#valueField(type, seen, view) : nothing}
          </div>
          <div class="row">
            <span></span>
            <button class="button apply" type="submit" aria-disabled=${filter === undefined}>
              ${texts.get('filter.apply')}
            </button>
          </div>
        </form>
      </div>
    `;
  }

  #suggestions({ valuesOf }: EditorQuestion): Reading<ValuesReport> {
    const reading = valuesOf(this.#field, this.#asked);
    if (reading.answer) this.#seen = { field: this.#field, answer: reading.answer };
    return reading.isPending && this.#seen?.field === this.#field ? { answer: this.#seen.answer } : reading;
  }

  /** The filter, once it is whole. */
  #filter(): Filter | undefined {
    const [field, operator] = [this.#field, this.#operator];
    if (field === '' || field === PROPERTY) return undefined;
    const arity = arityOf(operator);
    if (arity === 'none') return { field, operator };
    const values = arity === 'one' ? this.#values.slice(0, 1) : [...this.#values];
    return values.length > 0 ? { field, operator, values } : undefined;
  }

  #fieldSelect({ catalog, fields, properties }: EditorQuestion, { texts }: EditorView): TemplateResult {
    const isProperty = this.#field.startsWith(PROPERTY);
    const known = fieldsOf(catalog, fields, properties);
    const own = this.#field && !isProperty && !known.includes(this.#field) ? [this.#field] : [];
    const chosen = isProperty && !known.includes(this.#field) ? PROPERTY : this.#field;
    const change = (event: Event): void => this.#choose((event.target as HTMLSelectElement).value, catalog);
    return html`
      <label class="field whole">
        <span>${texts.get('filter.field')}</span>
        <select autofocus @change=${change}>
          <option value="" disabled ?selected=${chosen === ''}>–</option>
          ${[...own, ...known].map(
            (id) => html`<option value=${id} ?selected=${id === chosen}>${dimensionLabel(catalog, id, texts)}</option>`,
          )}
          ${
            hasProperties(catalog, fields) || chosen === PROPERTY
              ? html`<option value=${PROPERTY} ?selected=${chosen === PROPERTY}>
                  ${texts.get('filter.property')}
                </option>`
              : nothing
          }
        </select>
      </label>
      ${chosen === PROPERTY ? this.#propertyName(catalog, texts.get('filter.propertyName')) : nothing}
    `;
  }

  #propertyName(catalog: Catalog, label: string): TemplateResult {
    const change = (event: Event): void =>
      this.#choose(propertyField((event.target as HTMLInputElement).value), catalog);
    return html`<label class="field whole">
      <span>${label}</span>
      <input type="text" .value=${this.#field.slice(PROPERTY.length)} @change=${change} />
    </label>`;
  }

  #operatorSelect(type: FieldType, { texts }: EditorView): TemplateResult {
    const change = (event: Event): void => {
      const operator = (event.target as HTMLSelectElement).value as FilterOperator;
      if (arityOf(operator) !== arityOf(this.#operator)) this.#values = [];
      this.#operator = operator;
      this.#host.requestUpdate();
    };
    const offered = operatorsOf(type, this.#values.length > 0 ? this.#operator : undefined);
    if (!offered.includes(this.#operator)) this.#operator = offered[0]!;
    return html`<label class="field whole">
      <span>${texts.get('filter.operator')}</span>
      <select @change=${change}>
        ${offered.map(
          (one) =>
            html`<option value=${one} ?selected=${one === this.#operator}>
              ${texts.find(`filter.operator.${one}`) ?? one}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #valueField(type: FieldType, seen: Reading<ValuesReport>, view: EditorView): TemplateResult | typeof nothing {
    const arity = arityOf(this.#operator);
    if (arity === 'none') return nothing;
    if (arity === 'many') {
      return html`<div class="values">
        ${choiceList(this.#choices(type, seen, view), this.#keys, 'filter-values')}
      </div>`;
    }
    return this.#single(type, seen, view);
  }

  #single(type: FieldType, { answer }: Reading<ValuesReport>, { texts }: EditorView): TemplateResult {
    const input = (event: Event): void => {
      const item = itemOf((event.target as HTMLInputElement).value, type);
      this.#set(item === undefined ? [] : [item]);
    };
    return html`<label class="field whole">
      <span>${texts.get('filter.value')}</span>
      <input
        type=${type === 'number' ? 'number' : 'text'}
        autocomplete="off"
        list="filter-suggestions"
        .value=${String(this.#values[0] ?? '')}
        @input=${input}
      />
      <datalist id="filter-suggestions">
        ${answer?.values.map(({ value, label }) =>
          value === null ? nothing : html`<option value=${String(value)}>${label ?? value}</option>`,
        )}
      </datalist>
    </label>`;
  }

  /** Values that are chosen, then those seen in the data, then what is typed. */
  #choices(type: FieldType, seen: Reading<ValuesReport>, view: EditorView): Choices {
    const { texts, formats } = view;
    const found = new Map<string, FilterItem>();
    const choices: Choice[] = [];
    for (const { value, label, count } of seen.answer?.values ?? []) {
      if (value === null) continue;
      found.set(String(value), value);
      choices.push({ value: String(value), label: label ?? String(value), hint: formats.count(count) });
    }
    const others = this.#values.filter((value) => !found.has(String(value)));
    const typed = itemOf(this.#search, type);
    const isNew = typed !== undefined && !found.has(String(typed)) && !this.#values.includes(typed);
    const chosen = others.map((value) => ({ value: String(value), label: String(value) }));
    return {
      label: texts.get('filter.values'),
      choices: [
        ...matching([...chosen, ...choices], this.#search, texts.locale),
        ...(isNew ? [{ value: String(typed), label: String(typed), hint: texts.get('filter.typed') }] : []),
      ],
      chosen: this.#values.map(String),
      isMultiple: true,
      search: { label: texts.get('filter.search'), find: (query) => this.#find(query) },
      none: waiting(seen, texts) ?? texts.get('filter.noValues'),
      choose: (text) => this.#toggle(found.get(text) ?? itemOf(text, type) ?? text),
    };
  }

  #choose(field: string, catalog: Catalog): void {
    if (field === this.#field) return;
    this.#field = field;
    this.#values = [];
    this.#search = this.#asked = '';
    this.#operator = operatorsOf(typeOf(field, catalog, undefined))[0]!;
    this.#host.requestUpdate();
  }

  #find(query: string): void {
    this.#search = query.trim();
    this.#host.requestUpdate();
    this.#typing.then(() => {
      if (this.#asked === this.#search) return;
      this.#asked = this.#search;
      this.#host.requestUpdate();
    }, this.#search === '');
  }

  #toggle(item: FilterItem): void {
    const without = this.#values.filter((one) => String(one) !== String(item));
    this.#set(without.length < this.#values.length ? without : [...without, item]);
  }

  #set(values: readonly FilterItem[]): void {
    this.#values = values;
    this.#host.requestUpdate();
  }
}
