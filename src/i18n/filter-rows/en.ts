/** What a list of filters says. */
export const en = {
  'filter.loading': 'Loading…',
  'filter.failed': 'Could not load.',
  'filter.apply': 'Apply',
  'filter.add': 'Add filter',
  'filter.edit': 'Filter',
  'filter.remove': 'Remove filter: {filter}',
  'filter.removed': 'Filter removed',
} as const;
