/** What a distribution says beyond what every ranked list says. */
export const en = {
  // Titles, and what stands under them, by what is spread
  'dist.of.visit_duration': 'Visit duration',
  'dist.of.visit_depth': 'Visit depth',
  'dist.of.opens_per_user': 'Opens per user',
  'dist.by.visit_duration': 'Opens by length of stay, seconds',
  'dist.by.visit_depth': 'Opens by distinct pages seen',
  'dist.by.opens_per_user': 'Users by how often they opened it',
  'dist.by': '{metric} by {dimension}',
  'dist.total': '{value} {metric}',
  // What a row is
  'dist.name.visit_duration': 'Seconds',
  'dist.name.visit_depth': 'Pages',
  'dist.name.opens_per_user': 'Opens',
  // Classes
  'dist.span': '{from}–{to}',
  'dist.over': '> {last}',
  'dist.others': { one: '{count} other', other: '{count} others' },
  'dist.tableOf': '{title}, as a table',
  'dist.empty': 'No opens in this range',
} as const;
