/** What choosing days says. */
export const en = {
  'filter.days.first': 'First day',
  'filter.days.last': 'Last day',
  'filter.days.count': { one: '{count} day', other: '{count} days' },
  'filter.days.previous': 'Earlier months',
  'filter.days.next': 'Later months',
  'filter.days.dots': 'Days with a dot have data: {range}.',
  'filter.days.noneHere': 'No data on {day}',
  'filter.days.missing': 'Choose a first and a last day.',
  'filter.days.reversed': 'The last day lies before the first.',
  'filter.days.future': 'The last day has not come yet.',
  'filter.days.tooMany': 'At most {count} days.',
} as const;
