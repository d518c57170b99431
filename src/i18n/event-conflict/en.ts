/** What is said where someone else saved an event meanwhile. */
export const en = {
  'conflict.title': 'Someone else saved meanwhile',
  'conflict.by': '{name} saved it at {time}. Choose which version stays.',
  'conflict.someone': 'Someone',
  'conflict.yours': 'Yours',
  'conflict.theirs': 'Theirs',
  'conflict.keepMine': 'Save mine over it',
  'conflict.takeTheirs': 'Take theirs',
  'conflict.later': 'Decide later',
} as const;
