import type { CsvCell } from '#format/csv.js';

/** Gives the reader a file. */
export function downloadBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Firefox reads the address after the click
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Gives the reader rows as a CSV file that spreadsheets open well, Chinese too. */
export async function downloadCsv(rows: readonly (readonly CsvCell[])[], name: string): Promise<void> {
  const { csv } = await import('#format/csv.js');
  downloadBlob(new Blob([csv(rows, { bom: true })], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}
