/** What a table of pages says of one page that is opened. */
export const en = {
  'detail.of': 'About {page}',
  'detail.trend': 'Visits and exits',
  'detail.sources': 'Where visits come from',
  'detail.source': 'Source',
  'detail.others': { one: '{count} other source', other: '{count} other sources' },
  'detail.loading': 'Loading what is known of this page',
  'detail.empty': 'Nobody visited this page in this range',
} as const;
