/** What every form says: faults, putting in order, leaving. */
export const en = {
  'form.faults': { one: '{count} fault to mend', other: '{count} faults to mend' },
  'form.move': 'Move {name}',
  'form.moveHelp': 'Drag it, or press the arrow keys',
  'form.moved': '{name}: now {place} of {total}',
  'form.unsaved': 'Not saved',
  'form.cancel': 'Cancel',
  'form.leave.title': 'Leave without saving?',
  'form.leave.text': 'What you changed here has not been saved.',
  'form.leave.stay': 'Keep editing',
  'form.leave.go': 'Leave',
} as const;
