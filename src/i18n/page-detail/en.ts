/** What a table of pages says of one page that is opened. */
export const en = {
  'page.detail.of': 'About {page}',
  'page.detail.trend': 'Visits and exits',
  'page.detail.sources': 'Where visits come from',
  'page.detail.source': 'Source',
  'page.detail.others': { one: '{count} other source', other: '{count} other sources' },
  'page.detail.loading': 'Loading what is known of this page',
  'page.detail.empty': 'Nobody visited this page in this range',
} as const;
