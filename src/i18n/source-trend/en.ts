/** What the trend of sources says beyond what every trend says. */
export const en = {
  'sourceTrend.title': '{metric} by source',
  'sourceTrend.metric': 'Metric',
  'sourceTrend.choose': 'Sources',
  'sourceTrend.search': 'Search sources',
  'sourceTrend.most': 'Up to {count} at once',
  'sourceTrend.usual': 'Most frequent',
  'sourceTrend.loading': 'Loading sources',
  'sourceTrend.failed': 'The sources could not be loaded.',
  'sourceTrend.none': 'No source came up in this range.',
  'sourceTrend.noMatch': 'No source matches.',
} as const;
