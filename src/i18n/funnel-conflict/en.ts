/** What is said where others have saved or deleted a funnel meanwhile. */
export const en = {
  'funnelConflict.gone': 'Somebody has deleted this funnel meanwhile. Save it as a new one, or leave it.',
  'funnelConflict.conflict': 'Somebody saved this funnel meanwhile',
  'funnelConflict.conflictBy': '{author} saved this funnel meanwhile',
  'funnelConflict.mine': 'Yours',
  'funnelConflict.theirs': 'Theirs',
  'funnelConflict.keepMine': 'Save yours over it',
  'funnelConflict.takeTheirs': 'Take theirs',
} as const;
