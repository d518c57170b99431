/** A cell as it was counted: numbers stay unrounded, `null` is an empty cell. */
export type CsvCell = string | number | null;

/** How a file of rows is written. */
export interface CsvOptions {
  /** A byte order mark, without which some spreadsheets misread Chinese. */
  readonly bom?: boolean;
}

/**
 * Rows as CSV (RFC 4180, CRLF). Texts that a spreadsheet would run as a formula are neutralised with an apostrophe:
 * page paths and event names come from outside. Negative numbers stay numbers.
 */
export function csv(rows: readonly (readonly CsvCell[])[], { bom = false }: CsvOptions = {}): string {
  return (bom ? '\ufeff' : '') + rows.map((row) => `${row.map(cell).map(quoted).join(',')}\r\n`).join('');
}

const runsAsFormula = /^[=+\-@\t\r]|^[\uff1d\uff0b\uff0d\uff20]/;

const needsQuotes = /[",\r\n]/;

function quoted(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return runsAsFormula.test(value) ? `'${value}` : value;
}
