/** What is wrong with the actions of an event, and where. */
export const en = {
  'rules.text_too_long': 'At most {count} characters.',
  'rules.field_missing': 'Name the field, or remove it.',
  'rules.action_missing': 'Add at least one action.',
  'rules.element_missing': 'A tap needs its element.',
  'rules.element_unfit': 'This trigger has no element.',
  'rules.field_pattern': 'Start with a letter or _; then letters, digits, _; at most 64.',
  'rules.field_twice': '“{value}” stands twice in this action.',
  'rules.type_differs': '“{field}” has another type in an action before.',
  'rules.from_missing': 'Say where the value comes from.',
  'rules.fieldNumber': 'Field {number}',
  'rules.place': '{action}, {field}',
  'rules.part.field': 'Field',
  'rules.part.type': 'Type',
  'rules.part.from': 'Comes from',
} as const;
