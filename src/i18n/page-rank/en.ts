/** What a rank of pages says beyond what every ranked list says. */
export const en = {
  'pageRank.page': 'Page',
  // Titles and heads, by what it ranks
  'pageRank.by.page_visits': 'Top visited pages',
  'pageRank.by.entries': 'Top entry pages',
  'pageRank.by.exits': 'Top exit pages',
  'pageRank.by.page_shares': 'Most shared pages',
  'pageRank.page_visits': 'Visits',
  'pageRank.entries': 'Entries',
  'pageRank.exits': 'Exits',
  'pageRank.page_shares': 'Shares',
  'pageRank.others': { one: '{count} other page', other: '{count} other pages' },
  // States
  'pageRank.empty': 'No page was visited',
  'pageRank.forbidden': 'You may not see pages',
  // File
  'pageRank.file': 'top pages',
} as const;
