/** What a retention grid says beyond what every widget says. */
export const en = {
  'retention.title': 'Retention',
  'retention.new_users.day': 'New users by day of first visit',
  'retention.new_users.week': 'New users by week of first visit',
  'retention.new_users.month': 'New users by month of first visit',
  'retention.active_users.day': 'Active users by day',
  'retention.active_users.week': 'Active users by week',
  'retention.active_users.month': 'Active users by month',
  'retention.inPercent': '% who came back',
  'retention.inCount': 'how many came back',
  // Switches
  'retention.cohorts': 'Whose return',
  'retention.new_users': 'New users',
  'retention.active_users': 'Active users',
  'retention.periods': 'Periods',
  'retention.day': 'Day',
  'retention.week': 'Week',
  'retention.month': 'Month',
  'retention.values': 'Values',
  'retention.percent': 'Percent',
  'retention.count': 'Count',
  'retention.showCurve': 'Show as curve',
  'retention.showGrid': 'Show as grid',
  // Heads
  'retention.cohort': 'Cohort',
  'retention.users': 'Users',
  'retention.average': 'Weighted average',
  'retention.nth.day': 'Day {n}',
  'retention.nth.week': 'Week {n}',
  'retention.nth.month': 'Month {n}',
  'retention.running': 'so far',
  // Cells
  'retention.of': { one: '{returned} of {count} user', other: '{returned} of {count} users' },
  'retention.ofCohorts': { one: 'in {count} cohort', other: 'in {count} cohorts' },
  'retention.notYet': 'Not ended yet',
  'retention.blank.day': 'Blank: the day has not ended yet',
  'retention.blank.week': 'Blank: the week has not ended yet',
  'retention.blank.month': 'Blank: the month has not ended yet',
  'retention.scale': 'From {low} to {high}',
  // Curve
  'retention.curve': '{title}: average and cohorts as curves. Arrow keys read them.',
  'retention.others': 'Cohorts',
  // Explanation
  'retention.about':
    'How many of a cohort visit again in the N-th period after it. Only periods that have ended count; the average weighs cohorts by size.',
  'retention.cameBack': 'Came back, {period}',
  // File
  'retention.file': 'retention',
  'retention.fileReturned': '{period}, users',
  'retention.fileRate': '{period}, share',
} as const;
