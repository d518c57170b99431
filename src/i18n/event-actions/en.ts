/** What the actions of an event, and the call that reports it, say. */
export const en = {
  'actions.report.once': 'All its data in one record',
  'actions.report.stepwise': 'A record for each step',
  'actions.page': 'Empty: on every page',
  'actions.element': 'Its id or selector, as #add',
  'actions.elementMaybe': 'Empty: any element',
  'actions.add': 'Add action',
  'actions.addField': 'Add field',
  'actions.countOf': '{count} of {most}',
  'actions.remove': 'Remove',
  'actions.removeOf': 'Remove {name}',
  'actions.code': 'Report it with this call',
  'actions.copy': 'Copy code',
  'actions.copied': 'Copied',
} as const;
