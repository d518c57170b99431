import { numberFields, textFields, type ColumnBatch, type PropertyColumn } from '../store/column-batch.js';
import {
  FlagWriter,
  IdWriter,
  NumberWriter,
  PropertyWriter,
  TextWriter,
  type BatchSize,
  type ColumnWriter,
} from './column-writers.js';
import { fieldKinds, type FieldKind, type FieldName } from './fields.js';
import { toMinorUnits } from './minor-units.js';
import { mustBe, missing } from './reasons.js';

/** Rows of a batch: small enough that its columns stay in the processor's cache while they are written. */
const usualRows = 16_384;

/** With more columns than this a batch gets fewer rows, so that its memory stays bounded. */
const usualColumns = 64;

/** Kinds that are neither text by codes nor numbers. */
const otherKinds: readonly FieldKind[] = ['id', 'environment', 'properties'];

/** What the rows of a batch have to comply with. */
export interface BatchRules {
  /** Amounts are units (12.34) in place of minor units (1234). */
  readonly majorAmounts: boolean;
  /** The one app that rows may name; rows that name none get it. */
  readonly app: string | undefined;
  /** How many custom properties are kept; further names are left out. */
  readonly maxProperties: number;
}

/** Collects rows as columns: cells are written by row, a row is finished or given up, a full batch is taken. */
export class BatchBuilder {
  /** Rows finished in the batch in the making, and so the index of the row in the making. */
  row = 0;
  readonly #size: BatchSize = { rows: usualRows };
  readonly #texts = new Map<FieldName, TextWriter>();
  readonly #numbers = new Map<FieldName, NumberWriter>();
  readonly #eventId = new IdWriter(this.#size);
  readonly #environment = new FlagWriter(this.#size);
  readonly #properties = new Map<string, PropertyWriter>();
  readonly #rules: BatchRules;
  readonly #user: TextWriter;
  readonly #event: TextWriter;
  readonly #ts: NumberWriter;
  readonly #app: TextWriter;
  readonly #amount: NumberWriter;
  readonly #currency: TextWriter;
  readonly #appCode: number;

  constructor(rules: BatchRules) {
    this.#rules = rules;
    for (const [field, kind] of Object.entries(fieldKinds) as [FieldName, FieldKind][]) {
      if (kind === 'text' || kind === 'currency') this.#texts.set(field, new TextWriter(this.#size));
      else if (!otherKinds.includes(kind)) this.#numbers.set(field, new NumberWriter(this.#size));
    }
    this.#user = this.#texts.get('user_id')!;
    this.#event = this.#texts.get('event')!;
    this.#ts = this.#numbers.get('ts')!;
    this.#app = this.#texts.get('app_id')!;
    this.#amount = this.#numbers.get('amount')!;
    this.#currency = this.#texts.get('currency')!;
    this.#appCode = rules.app === undefined ? 0 : this.#app.dictionary.codeOfText(rules.app);
  }

  /** The column of a field. */
  column(field: Exclude<FieldName, 'properties'>): ColumnWriter {
    if (field === 'event_id') return this.#eventId;
    if (field === 'environment') return this.#environment;
    return (this.#texts.get(field) ?? this.#numbers.get(field))!;
  }

  /** The column of a custom property; `null` once there are as many as are kept. */
  property(name: string): PropertyWriter | null {
    const known = this.#properties.get(name);
    if (known || this.#properties.size >= this.#rules.maxProperties) return known ?? null;
    const made = new PropertyWriter(this.#size);
    this.#properties.set(name, made);
    return made;
  }

  /** Ends the row in the making; says why where it is no event, and then it must be given up. */
  finish(): string | null {
    const row = this.row;
    if (this.#user.stamp !== row) return missing('user_id', 'who the event is of');
    if (this.#ts.stamp !== row) return missing('ts', 'when it happened');
    if (this.#event.stamp !== row) return missing('event', 'what happened');
    const fault = this.#appFault(row) ?? this.#amountFault(row);
    if (fault === null) this.row++;
    return fault;
  }

  /** Gives up the row in the making. */
  giveUp(): void {
    for (const columns of [this.#texts, this.#numbers, this.#properties]) {
      for (const column of columns.values()) column.wipe(this.row);
    }
    this.#eventId.wipe(this.row);
    this.#environment.wipe(this.row);
  }

  get isFull(): boolean {
    return this.row === this.#size.rows;
  }

  /** Hands over the finished rows and starts the next batch. No row may be in the making. */
  take(): ColumnBatch {
    const batch = { length: this.row, ...this.#takeFields(), properties: this.#takeProperties() };
    this.row = 0;
    const columns = Math.max(usualColumns, this.#texts.size + this.#numbers.size + this.#properties.size);
    this.#size.rows = Math.ceil((usualRows * usualColumns) / columns);
    return batch;
  }

  #appFault(row: number): string | null {
    if (this.#appCode === 0) return null;
    if (this.#app.stamp !== row) this.#app.set(row, this.#appCode);
    const code = this.#app.codes![row]!;
    return code === this.#appCode
      ? null
      : mustBe(
          'app_id',
          this.#app.dictionary.strings[code],
          `${JSON.stringify(this.#rules.app)}, the app it is sent to`,
        );
  }

  #amountFault(row: number): string | null {
    if (this.#amount.stamp !== row || !this.#rules.majorAmounts) return null;
    const amount = this.#amount.numbers![row]!;
    if (this.#currency.stamp !== row) return missing('currency', 'an amount in units needs it');
    const currency = this.#currency.dictionary.strings[this.#currency.codes![row]!]!;
    const minor = toMinorUnits(amount, currency);
    if (!Number.isSafeInteger(minor)) return mustBe('amount', amount, `an amount that ${currency} has coins for`);
    this.#amount.set(row, minor);
    return null;
  }

  #takeFields(): Omit<ColumnBatch, 'length' | 'properties'> {
    const text = (field: FieldName) => this.#texts.get(field)!.take();
    const number = (field: FieldName) => this.#numbers.get(field)!.take();
    const fields = [
      ...textFields.map((f) => [f, text(f)] as const),
      ...numberFields.map((f) => [f, number(f)] as const),
    ];
    const none = new Float64Array(0);
    const noText = { codes: new Uint32Array(0), dictionary: [''] };
    return present({
      ts: this.#ts.take()?.numbers ?? none,
      userId: this.#user.take() ?? noText,
      event: this.#event.take() ?? noText,
      eventId: this.#eventId.take(),
      guid: text('guid'),
      appId: text('app_id'),
      environment: this.#environment.take(),
      pagePath: text('page_path'),
      durationMs: number('duration_ms'),
      source: text('source'),
      scene: number('scene'),
      qrCode: text('qr_code'),
      amount: number('amount'),
      currency: text('currency'),
      fields: present(Object.fromEntries(fields)),
    }) as Omit<ColumnBatch, 'length' | 'properties'>;
  }

  #takeProperties(): Record<string, PropertyColumn> {
    const taken = Object.create(null) as Record<string, PropertyColumn>;
    for (const [name, writer] of this.#properties) {
      const column = writer.take();
      if (column) taken[name] = column;
    }
    return taken;
  }
}

/** Without the entries that have no value. */
function present<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>;
}
