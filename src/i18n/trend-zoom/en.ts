/** What a trend says while a stretch of it is looked at. */
export const en = {
  'zoom.whole': 'Whole range',
  // Read aloud
  'zoom.marked': '{range} marked',
  'zoom.in': 'Zoomed in on {range}',
  'zoom.out': 'Whole range again, {range}',
} as const;
