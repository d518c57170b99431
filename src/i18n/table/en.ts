/** What every table says: sorting, choosing columns, parts of the list. */
export const en = {
  'table.of': '{title}, {range}',
  'table.total': 'Total',
  'table.withUnit': '{name}, {unit}',
  // Sorting and choosing
  'table.columns': 'Columns',
  'table.reset': 'Usual columns',
  'table.sort': 'Sort by',
  'table.descending': 'Highest first',
  'table.ascending': 'Lowest first',
  'table.sorted': 'Sorted by {name}, {direction}',
  // Parts of a long list
  'table.paging': 'Parts of the list',
  'table.span': '{first}–{last} of {total}',
  'table.previous': 'Previous rows',
  'table.next': 'Next rows',
  // File
  'table.fileFailed': 'The file could not be made.',
  'table.fileOrder': 'Sorted by',
} as const;
