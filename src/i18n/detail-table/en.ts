/** What a table of details says beyond what every table says. */
export const en = {
  'detail.title': 'Details',
  'detail.against': 'against {range}',
  'detail.time': 'Time',
  'detail.previous': 'before',
  'detail.change': 'change',
  'detail.whole': 'Whole range',
  'detail.notSum': 'Counted over the whole range: users count once, so that rows need not add up to it.',
  'detail.error': 'The details could not load',
  'detail.forbidden': 'You may not see these details',
  'detail.empty': 'Nothing was counted in this range',
  'detail.file': 'details',
} as const;
