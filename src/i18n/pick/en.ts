/** What choosing an event, or fields to group by, says. */
export const en = {
  'pick.event': 'Event',
  'pick.event.choose': 'Choose an event',
  'pick.event.search': 'Search events',
  'pick.event.none': 'No event matches.',
  'pick.event.draft': 'not published',
  'pick.group': 'Group by',
  'pick.group.and': 'and by',
  'pick.group.nothing': 'Nothing',
  'pick.group.search': 'Search fields, or type a property',
  'pick.group.none': 'No field matches.',
  'pick.group.property': 'property of an event',
} as const;
