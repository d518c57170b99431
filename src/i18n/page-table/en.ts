/** What a table of pages says beyond what every widget says. */
export const en = {
  'pages.title': 'Pages',
  'pages.count': { one: '{count} page with at least one visit', other: '{count} pages with at least one visit' },
  'pages.matches': { one: '{count} page matches “{search}”', other: '{count} pages match “{search}”' },
  'pages.partial': 'Includes today until {time}',
  'pages.page': 'Page',
  'pages.app': 'App',
  'pages.notSet': 'Not set',
  'pages.others': { one: '{count} other page', other: '{count} other pages' },
  // Columns, short: all of them are about pages
  'pages.page_visits': 'Visits',
  'pages.share': 'Share',
  'pages.page_visitors': 'Visitors',
  'pages.page_stay': 'Stay',
  'pages.avg_page_duration': 'Avg. stay',
  'pages.entries': 'Entries',
  'pages.exits': 'Exits',
  'pages.exit_rate': 'Exit rate',
  'pages.bounces': 'Bounces',
  'pages.bounce_rate': 'Bounce rate',
  'pages.page_shares': 'Shares',
  'pages.page_sharers': 'Sharers',
  // Finding
  'pages.search': 'Search pages',
  'pages.clear': 'Clear search',
  // States
  'pages.empty': 'No page was visited',
  'pages.noMatch': 'No page matches “{search}”',
  'pages.noMatchHint': 'Search finds any part of a path.',
  'pages.failed': 'The pages could not load',
  'pages.forbidden': 'You may not see pages',
  'pages.unavailable': 'It does not report single pages.',
  // File
  'pages.file': 'pages',
  'pages.fileShare': 'Share of visits',
  'pages.fileSearch': 'Search',
} as const;
