/** What a trend chart says beyond what every widget says. */
export const en = {
  // The chart
  'trend.chart': 'Chart',
  'trend.of': '{names}, {range}',
  'trend.by': '{metric} by {dimension}',
  'trend.keys': 'Left and right arrow keys move along the points, Home and End go to the ends, T shows the table.',
  'trend.zoomKeys':
    'Left and right arrow keys move along the points, Home and End go to the ends, T shows the table. With Shift they mark a stretch: Enter zooms in on it, Escape shows the whole range again.',
  'trend.tableOf': '{name}, as a table',
  'trend.legend': 'Lines',
  'trend.granularity': 'Show by',
  'trend.minute': 'Minute',
  'trend.5_minutes': '5 min',
  'trend.10_minutes': '10 min',
  'trend.30_minutes': '30 min',
  'trend.hour': 'Hour',
  'trend.day': 'Day',
  'trend.week': 'Week',
  'trend.month': 'Month',
  'trend.all': 'Whole range',
  'trend.loadFailed': 'The chart could not be loaded. The table shows the same.',
  // Lines
  'trend.others': { one: '{count} other', other: '{count} others' },
  'trend.notSet': 'Not set',
  'trend.more': { one: '{count} more', other: '{count} more' },
  'trend.fewer': 'Fewer',
  'trend.nothingShown': 'Every line is switched off.',
  // Buckets that are not whole
  'trend.soFar': 'so far, to {time}',
  'trend.soFarThrough': 'so far, through {day}',
  'trend.clippedWeek': 'part of the week',
  'trend.clippedMonth': 'part of the month',
  'trend.clipped': 'cut by the range',
  'trend.future': 'not begun',
  // Comparison
  'trend.change': 'Change',
  'trend.difference': 'Difference',
  'trend.comparedWith': 'Compared with',
  'trend.before': '{name}, before',
  'trend.changeOf': '{name}, change',
  // Read aloud
  'trend.point': '{bucket}: {values}',
  'trend.partialPoint': '{bucket}, {state}: {values}',
  'trend.value': '{name} {value}',
  'trend.comparedValue': '{name} {value}, {base} {compared}',
  'trend.changedValue': '{name} {value}, {base} {compared}, {change}',
  // Table and file
  'trend.time': 'Time',
  'trend.withUnit': '{name} ({unit})',
  'trend.state': 'State',
  'trend.comparedStart': 'Compared start',
  'trend.comparedEnd': 'Compared end',
} as const;
