/** What users did who left a funnel after a step. */
export const en = {
  'funnelNext.title': 'What they did instead',
  'funnelNext.titleLast': 'What they did afterwards',
  'funnelNext.left': {
    one: '{users} user left after step {number}, {name}',
    other: '{users} users left after step {number}, {name}',
  },
  'funnelNext.through': { one: '{users} user came through', other: '{users} users came through' },
  'funnelNext.note': 'the next five events of each; a user can be in several rows',
  'funnelNext.event': 'Event',
  'funnelNext.users': 'Users',
  'funnelNext.share': 'Of them',
  'funnelNext.next': 'Straight after',
  'funnelNext.nextHint': 'Users whose very next event it was',
  'funnelNext.ended': 'Nothing more in the range',
  'funnelNext.nobody': 'Nobody left after this step.',
  'funnelNext.nobodyThrough': 'Nobody came through.',
  'funnelNext.more': { one: '{count} further event', other: '{count} further events' },
  'funnelNext.failed': 'It could not be loaded.',
  'funnelNext.loading': 'Loading what they did',
} as const;
