/** What choosing a range says. */
export const en = {
  'filter.range': 'Range',
  'filter.range.choose': 'Choose a range',
  'filter.range.today': 'Today',
  'filter.range.yesterday': 'Yesterday',
  'filter.range.last_7_days': 'Last 7 days',
  'filter.range.last_15_days': 'Last 15 days',
  'filter.range.last_30_days': 'Last 30 days',
  'filter.range.last_90_days': 'Last 90 days',
  'filter.range.custom': 'Choose days…',
} as const;
