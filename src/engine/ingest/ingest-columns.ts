import { numberFields, textFields, type ColumnBatch, type PropertyColumn } from '../store/column-batch.js';
import { checkColumns } from './check-columns.js';
import type { EventColumns, PropertyValues } from './event-columns.js';
import { environments } from './fields.js';
import { type IngestOptions, type IngestOutcome, defaultLimits } from './ingest-options.js';
import { keepRows } from './keep-rows.js';
import { toCoded, toFlags, toNumbers, toTimes } from './read-column.js';
import { rejectRows } from './reject-rows.js';
import { Rejections } from './rejections.js';
import { roleTable } from './roles.js';
import { VisitGate, type BatchSink } from './visit-gate.js';

/** What applies to columns of how a file is read. */
export type ColumnsOptions = Pick<IngestOptions, 'mapping' | 'app' | 'withoutVisits' | 'maxRejections'>;

/**
 * Takes events as columns. Rows are held to the same rules as those of a file and rejected with their index, from 1.
 * Of a mapping only the roles apply: columns already have the names and units of the raw event.
 *
 * Throws {@link ColumnsError} where a column is of the wrong kind or length, and {@link IngestRefusal} where nothing
 * counts as a visit.
 */
export function ingestColumns(sink: BatchSink, columns: EventColumns, options: ColumnsOptions = {}): IngestOutcome {
  checkColumns(columns);
  const whole = toBatch(columns, options.app);
  const rejections = new Rejections(options.maxRejections ?? defaultLimits.maxRejections);
  const batch = keepRows(whole, rejectRows(whole, columns, options.app, rejections));
  const gate = new VisitGate(sink, roleTable(options.mapping), options.withoutVisits ?? false);
  const { accepted, duplicate } = batch.length > 0 ? gate.append(batch) : { accepted: 0, duplicate: 0 };
  gate.end();
  return { accepted, duplicate, rejected: rejections.count, rejections: rejections.list, leftOut: [] };
}

function toBatch(columns: EventColumns, app: string | undefined): ColumnBatch {
  const length = columns.ts.length;
  return {
    length,
    ts: toTimes(columns.ts),
    userId: toCoded(columns.user_id),
    event: toCoded(columns.event),
    ...(columns.event_id && {
      eventId: 'codes' in columns.event_id ? toCoded(columns.event_id) : ids(columns.event_id),
    }),
    ...(columns.guid && { guid: toCoded(columns.guid) }),
    ...appOf(columns, app, length),
    ...(columns.environment && { environment: environmentFlags(columns.environment) }),
    ...(columns.page_path && { pagePath: toCoded(columns.page_path) }),
    ...(columns.duration_ms && { durationMs: { numbers: toNumbers(columns.duration_ms) } }),
    ...(columns.source && { source: toCoded(columns.source) }),
    ...(columns.scene && { scene: { numbers: toNumbers(columns.scene) } }),
    ...(columns.qr_code && { qrCode: toCoded(columns.qr_code) }),
    ...(columns.amount && { amount: { numbers: toNumbers(columns.amount) } }),
    ...(columns.currency && { currency: toCoded(columns.currency) }),
    fields: fieldsOf(columns),
    properties: Object.fromEntries(
      Object.entries(columns.properties ?? {}).map(([name, values]) => [name, toProperty(values)]),
    ),
  };
}

/** Ids hardly repeat; a dictionary of them would be as long as they are. */
function ids(column: readonly (string | null | undefined)[]): (string | null)[] {
  return column.map((id) => (id === undefined || id === '' ? null : id));
}

/** Rows that name no app are of the app that was given. */
function appOf({ app_id: column }: EventColumns, app: string | undefined, length: number): Pick<ColumnBatch, 'appId'> {
  if (app === undefined) return column ? { appId: toCoded(column) } : {};
  const named = column ? toCoded(column) : { codes: new Uint32Array(length), dictionary: [''] };
  const known = named.dictionary.indexOf(app, 1);
  const code = known > 0 ? known : named.dictionary.length;
  const codes = Uint32Array.from(named.codes, (given) => (given === 0 ? code : given));
  return { appId: { codes, dictionary: known > 0 ? named.dictionary : [...named.dictionary, app] } };
}

/** 0 production, 1 non-production, 2 neither, which is rejected later. */
function environmentFlags(column: NonNullable<EventColumns['environment']>): Uint8Array {
  const { codes, dictionary } = toCoded(column);
  const flags = dictionary.map((name, code) => {
    const known = code === 0 ? 0 : (environments as readonly string[]).indexOf(name);
    return known < 0 ? environments.length : known;
  });
  return Uint8Array.from(codes, (code) => flags[code]!);
}

function fieldsOf(columns: EventColumns): NonNullable<ColumnBatch['fields']> {
  const text = textFields.flatMap((name) => (columns[name] ? [[name, toCoded(columns[name])] as const] : []));
  const numbers = numberFields.flatMap((name) =>
    columns[name] ? [[name, { numbers: toNumbers(columns[name]) }] as const] : [],
  );
  return Object.fromEntries<unknown>([...text, ...numbers]);
}

function toProperty(values: PropertyValues): PropertyColumn {
  if ('text' in values) return { strings: toCoded(values.text) };
  return 'number' in values
    ? { numbers: { numbers: toNumbers(values.number) } }
    : { booleans: toFlags(values.boolean) };
}
