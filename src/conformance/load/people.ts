import { eventsOf, type Row, type SentEvent } from './question.js';

const app = (name: string): string => `conformance-1-people-${name}`;
const at = (time: string): string => `2026-05-04T${time}:00Z`;
const view = { page_path: 'home' };

/** Days on which nobody but these people is about. */
export const peopleDays = { start: '2026-05-04', end: '2026-05-05' };

const first: Row[] = [
  // One person in two apps, known by a guid that only some events carry.
  ['conformance-x1', at('08:00'), 'page_view', view],
  ['conformance-x1', at('08:01'), 'page_view', { ...view, guid: 'conformance-g' }],
  // The same user id in two apps without a guid is one person.
  ['conformance-y', at('09:00'), 'page_view', view],
  // The first guid by time counts, whenever it came in.
  ['conformance-z', at('10:30'), 'page_view', { ...view, guid: 'conformance-late' }],
  ['conformance-z', at('10:00'), 'page_view', { ...view, guid: 'conformance-early' }],
];
const second: Row[] = [
  ['conformance-x2', at('11:00'), 'page_view', { ...view, guid: 'conformance-g' }],
  // A user id may be a guid itself.
  ['conformance-g', at('12:00'), 'launch'],
  ['conformance-y', '2026-05-05T09:00:00Z', 'page_view', view],
  ['conformance-w', at('13:00'), 'page_view', { ...view, guid: 'conformance-early' }],
];

/** The same people in two apps. */
export const peopleBodies: readonly { readonly app: string; readonly events: readonly SentEvent[] }[] = [
  { app: app('a'), events: eventsOf('people-a', first) },
  { app: app('b'), events: eventsOf('people-b', second) },
];
