/** What a group of cards says beyond what every widget and every card says. */
export const en = {
  'group.metrics': 'Metrics',
  'group.today': 'Today, {day}',
  'group.yesterday': 'Yesterday, {day}',
  'group.dayWeekMonth': 'against the day, week and month before',
  'group.against': 'against {names}',
  'group.csv': 'Download all cards',
  'group.file': 'metrics',
} as const;
