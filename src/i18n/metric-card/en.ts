/** What a metric card says beyond what every widget says. */
export const en = {
  'card.today': 'Today until {time}.',
  'card.soFar': 'Data until {time}.',
  'card.growthLater': 'Growth follows at midnight.',
  'card.future': 'Its day has not begun.',
  'card.notYet': 'Not counted yet.',
  'card.suppressed': 'Too few users to show.',
  'card.unavailable': 'Not counted by this data source.',
  'card.noValue': 'No value',
  'card.empty': 'Nothing to count in this range.',
  'card.history': 'Low {low}, high {high}, {range}',
} as const;
