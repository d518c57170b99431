import { groupId } from '#charts/event-trend.js';
import type { DropDown } from '../base/drop-down.js';
import { waiting } from '../base/waiting.js';
import { MOST_GROUPS } from './event-query.js';
import type { EventView } from './event-view.js';
import { groupName, unitOf } from './event-words.js';

const FIRST = '';

/** Which groups are shown: the first of them, or those that the reader ticks among all. The last tick stays. */
export function groupsPick(view: EventView, limit: number): DropDown | undefined {
  const { texts, formats, catalog, subject, answers, settings, question, query, drops, change } = view;
  if (!question || subject.groupBy.length === 0) return undefined;
  const reading = drops.popovers.open === 'groups' ? answers.groups(settings, question) : {};
  const chosen = query.groups ?? [];
  const of = { groupBy: subject.groupBy, catalog, texts };
  const found = (reading.answer?.totals ?? []).map(({ key, value }) => ({
    value: groupId(key),
    label: groupName(key, of),
    hint: formats.value(value, unitOf(subject)),
  }));
  const first = texts.get('event.groups.first', { count: limit });
  return {
    name: 'groups',
    label: texts.get('event.groups'),
    choices: found.length > 0 ? [{ value: FIRST, label: first }, ...found] : [],
    chosen: chosen.length > 0 ? chosen : [FIRST],
    isMultiple: true,
    search: { label: texts.get('event.groups.search') },
    none: waiting(reading, texts) ?? texts.get('event.groups.none'),
    face: chosen.length > 0 ? texts.get('event.groups.chosen', { count: chosen.length }) : first,
    choose: (id) => {
      const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
      change({ groups: id === FIRST || next.length === 0 ? undefined : next.slice(-MOST_GROUPS) });
    },
  };
}
