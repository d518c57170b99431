import type { Row, RowSource } from '../rows.js';
import { joined, name, Sql, sql } from '../sql.js';
import { FilesError } from '../node/file-list.js';
import type { FileFormat, FileLook } from '../node/file-look.js';
import { digits, literal, literals, quotedName } from './quoted.js';
import { jsonValue, kindOfType, rawColumn, rawText, type ColumnKind, type RawValue } from './raw.js';

/** Files of one format, as DuckDB reads them. */
export interface Readable {
  readonly paths: readonly string[];
  readonly format: FileFormat;
  /** Whether all are packed, none, or some (then names that end in `.gz` tell). */
  readonly packing: 'gzip' | 'uncompressed' | 'auto_detect';
  readonly delimiter: string;
}

/** What files have in common; throws where they are of several formats. */
export function readable(paths: readonly string[], looks: readonly FileLook[]): Readable {
  const [first] = looks;
  const other = looks.findIndex((look) => look.format !== first!.format || look.delimiter !== first!.delimiter);
  if (other >= 0) {
    const [a, b] = [first!, looks[other]!].map((look) => look.format.toUpperCase());
    throw new FilesError(
      `“${paths[0]!}” is ${a}${a === b ? ` parted by ${JSON.stringify(first!.delimiter)}` : ''} and “${paths[other]!}” is ${b}${a === b ? ` parted by ${JSON.stringify(looks[other]!.delimiter)}` : ''}. Name files of one form.`,
    );
  }
  const packed = looks.filter(({ isPacked }) => isPacked).length;
  const packing = packed === 0 ? 'uncompressed' : packed === looks.length ? 'gzip' : 'auto_detect';
  return { paths, format: first!.format, packing, delimiter: first!.delimiter };
}

/** A name that stands in files, and what it holds where the file says so. */
export interface RawName {
  readonly name: string;
  readonly kind: ColumnKind;
  /** The type as DuckDB names it. */
  readonly type: string;
}

/** How many files, and rows in them, are before others. */
export interface Before {
  readonly files: number;
  readonly rows: number;
}

/** Whether rows are JSON objects. */
export function isJson({ format }: Readable): boolean {
  return format === 'json' || format === 'ndjson';
}

/** The names in some files, in their order. */
export async function namesIn(source: RowSource, files: Readable): Promise<RawName[]> {
  if (isJson(files)) {
    const rows = await source.rows(sql`
      select distinct unnest(json_keys(json)) as name
      from read_json_objects(${literals(files.paths)}, ${jsonOptions(files)}) order by name`);
    return rows.map(({ name: key }) => ({ name: String(key), kind: 'other', type: 'JSON' }));
  }
  const rows: Row[] = await source.rows(sql`describe select * from ${tableOf(files, [])}`);
  return rows.map(({ column_name: column, column_type: type }) => ({
    name: String(column),
    ...{ kind: kindOfType(String(type)), type: String(type) },
  }));
}

/** In a Parquet file, rows of one file are numbered from here to the next file's. */
const ROWS_OF_FILE = 2 ** 32;

/**
 * The rows of files as `seq`, `file` (its place among these files) and `c0`, `c1` … in the order of `names`. Rows are
 * numbered by file and by place in it, so that files that are added later do not change the numbers of those before.
 *
 * @param present the names that are in these files.
 */
export function relationOf(
  files: Readable,
  names: readonly RawName[],
  present: ReadonlySet<string>,
  before: Before,
): Sql {
  const columns = names.map((raw, at) => {
    const value = present.has(raw.name) ? sql`r.${quotedName(raw.name)}` : sql`null::${typeName(raw)}`;
    return sql`, ${value} as ${name(`c${at}`)}`;
  });
  const seq =
    files.format === 'parquet'
      ? sql`(file_index::bigint + ${digits(before.files)}) * ${digits(ROWS_OF_FILE)} + file_row_number`
      : sql`row_number() over () - 1 + ${digits(before.rows)}`;
  const read = names.filter((raw) => present.has(raw.name));
  return sql`(select ${seq} as seq, file_index as file${joined(columns, ' ')} from ${tableOf(files, read)} r)`;
}

/** A type as DuckDB itself has named it. */
function typeName({ type }: RawName): Sql {
  return new Sql([type], []);
}

/** The number of the first row after so many files that hold so many rows. */
export function firstSeq({ format }: Readable, { files, rows }: Before): number {
  return format === 'parquet' ? files * ROWS_OF_FILE : rows;
}

/** The value under the name at a place. */
export function rawAt({ format }: Readable, names: readonly RawName[], at: number): RawValue {
  const value = sql`r.${name(`c${at}`)}`;
  if (format === 'parquet') return { raw: rawColumn(value, names[at]!.kind), columns: sql`` };
  return format === 'csv' ? { raw: rawText(value), columns: sql`` } : jsonValue(at);
}

function tableOf(files: Readable, names: readonly RawName[]): Sql {
  const paths = literals(files.paths);
  if (files.format === 'parquet') return sql`read_parquet(${paths}, union_by_name = true)`;
  if (files.format === 'csv') return sql`read_csv(${paths}, ${csvOptions(files)}, union_by_name = true)`;
  refuseLookAlikes(names);
  const columns = names.map((raw) => sql`${literal(raw.name)}: 'JSON'`);
  return sql`read_json(${paths}, ${jsonOptions(files)}, records = 'true', columns = {${joined(columns, ', ')}})`;
}

/** How CSV is read; lines that are no rows are passed over. */
export function csvOptions({ delimiter, packing }: Readable): Sql {
  return sql`all_varchar = true, header = true, delim = ${literal(delimiter)}, quote = '"', escape = '"',
    ignore_errors = true, compression = ${literal(packing)}`;
}

function jsonOptions({ format, packing }: Readable): Sql {
  const written = format === 'json' ? sql`'array'` : sql`'newline_delimited'`;
  return sql`format = ${written}, ignore_errors = true, compression = ${literal(packing)}`;
}

/** DuckDB does not tell names apart that differ in case alone. */
function refuseLookAlikes(names: readonly RawName[]): void {
  const seen = new Map<string, string>();
  for (const raw of names) {
    const other = seen.get(raw.name.toLowerCase());
    if (other !== undefined) {
      throw new FilesError(
        `The files hold the names ${JSON.stringify(other)} and ${JSON.stringify(raw.name)}, which differ in case alone: such files cannot be read in place. Load them with --events.`,
      );
    }
    seen.set(raw.name.toLowerCase(), raw.name);
  }
}
