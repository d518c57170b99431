/** What every list of values of a dimension says: pages, sources, shares. */
export const en = {
  'rank.of': '{title}, {range}',
  'rank.notSet': 'Not set',
  'rank.total': 'Total',
  'rank.share': 'Share',
  'rank.shareOf': 'Share of {metric}',
  'rank.ofUsers': 'Of users',
  'rank.ofUsersHint': 'Share of all users. One user can be in several rows, so these shares add up to more than 100%.',
  'rank.change': 'Change',
  'rank.changeAgainst': 'Change against {range}',
  'rank.against': 'against {range}',
  // File
  'rank.key': 'Key',
  'rank.app': 'App',
  'rank.compared': 'Compared with',
  'rank.withUnit': '{name} ({unit})',
  'rank.before': '{name}, before',
  'rank.fileFailed': 'The file could not be made.',
  'rank.changeOf': '{name}, change',
} as const;
