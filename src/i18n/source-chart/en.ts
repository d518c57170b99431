/** What a chart of sources says beyond what every ranked list says. */
export const en = {
  'sources.title': 'Sources',
  'sources.source': 'Source',
  // Under the title, by what is drawn
  'sources.by.opens': 'Opens by how people came in',
  'sources.by.visits': 'Page visits by how people came in',
  'sources.by.active_users': 'Users by how they came in; one user may come by several',
  'sources.by.new_users': 'New users by how they came in',
  // Metrics, short
  'sources.opens': 'Opens',
  'sources.visits': 'Visits',
  'sources.active_users': 'Users',
  'sources.new_users': 'New users',
  'sources.others': { one: 'Others ({count} source)', other: 'Others ({count} sources)' },
  'sources.scenes': 'Scenes {scenes}',
  // Display
  'sources.metric': 'Draw',
  'sources.display': 'Display',
  'sources.figures': 'Figures',
  'sources.figures.both': 'Count and share',
  'sources.figures.count': 'Count',
  'sources.figures.share': 'Share',
  'sources.rows': 'Sources',
  // States
  'sources.empty': 'Nobody came in this range',
  'sources.forbidden': 'You may not see sources',
  // File
  'sources.file': 'sources',
} as const;
