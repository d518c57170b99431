/** What an overview table says beyond what every widget says. */
export const en = {
  'overview.title': 'All metrics',
  'overview.metric': 'Metric',
  'overview.value': 'Value',
  'overview.withUnit': '{name}, {unit}',
  'overview.lowHigh': 'Low – high',
  'overview.low': 'Low of 30 days',
  'overview.high': 'High of 30 days',
  'overview.between': 'Between {low} and {high}, {range}',
  'overview.before': 'Before, {kind}',
  'overview.growth': 'Growth, {kind}',
  'overview.file': 'overview',
  'overview.partial': 'Today until {time}',
} as const;
