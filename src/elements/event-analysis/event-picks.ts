import { html, type TemplateResult } from 'lit';
import type { Catalog, EventMeasure, NamedRange } from '#contract/api.js';
import { eventMeasures } from '#contract/vocabulary.js';
import '../base/calendar-icon.js';
import type { DropDown } from '../base/drop-down.js';
import { eventPick } from '../base/event-pick.js';
import { groupByPicks } from '../base/group-by.js';
import { icon } from '../base/icons.js';
import { daysOfRange } from '../filter-bar/range-days.js';
import { isOfField } from './event-query.js';
import type { EventView } from './event-view.js';
import { fieldLabel } from './event-words.js';

const CUSTOM = 'custom';
const ranges: readonly NamedRange[] = ['today', 'yesterday', 'last_7_days'];
/** Numbers of an event that are no dimensions. */
const numbersOfEvents = ['amount', 'duration_ms'];

/** Which event. */
export function whichEvent({ answers, settings, drops, texts, formats, event, query, change }: EventView): DropDown {
  return eventPick({
    ...{ name: 'event', chosen: event, texts, formats },
    displayName: event === undefined ? undefined : answers.names.displayName(settings, event),
    events: drops.popovers.open === 'event' ? answers.names.read(settings) : {},
    choose: (next) => {
      if (next !== query.event) change({ event: next, groups: undefined });
    },
  });
}

/** The numeric fields that can be summed up: the catalogue's, and those that the event's definition names. */
export function numericFields({ catalog, answers, settings, event, subject }: EventView): string[] {
  const ofEvent = event === undefined ? [] : answers.names.numbers(settings, event);
  const fields = [
    ...catalog.event_fields.filter((field) => isNumber(field, catalog)).map(({ name }) => name),
    ...ofEvent,
  ];
  return [...new Set([...fields, ...(subject.field ? [subject.field] : [])])];
}

function isNumber({ name }: Catalog['event_fields'][number], { dimensions }: Catalog): boolean {
  return numbersOfEvents.includes(name) || dimensions.some(({ id, type }) => id === name && type === 'number');
}

/** What is counted; sums and the like only where there is a field that holds numbers. */
export function measurePick(view: EventView): DropDown<EventMeasure> {
  const { texts, subject, change } = view;
  const fields = numericFields(view);
  const offered = eventMeasures.filter((measure) => !isOfField(measure) || fields.length > 0);
  return {
    name: 'measure',
    label: texts.get('event.measure'),
    choices: offered.map((measure) => ({ value: measure, label: texts.get(`event.measure.${measure}`) })),
    chosen: [subject.measure],
    choose: (measure) =>
      change({
        measure,
        field: isOfField(measure) ? (subject.field ?? fields.find((one) => one !== 'scene')) : undefined,
      }),
  };
}

/** Which field is summed up. */
export function fieldPick(view: EventView): DropDown {
  const { texts, catalog, subject, change } = view;
  return {
    name: 'field',
    label: texts.get('event.field'),
    choices: numericFields(view).map((field) => ({ value: field, label: fieldLabel(catalog, field, texts) })),
    chosen: subject.field ? [subject.field] : [],
    ...(!subject.field && { face: html`<span class="quiet">${texts.get('event.field.choose')}</span>` }),
    choose: (field) => change({ field }),
  };
}

/** What it is grouped by. */
export function groupPicks({
  texts,
  catalog,
  subject,
  answers,
  settings,
  event,
  drops,
  change,
}: EventView): DropDown[] {
  return groupByPicks({
    ...{ name: 'group', texts, catalog, chosen: subject.groupBy, query: drops.keys.query },
    properties: answers.names.properties(settings, event),
    change: (fields) => change({ group_by: fields.length > 0 ? fields : undefined, groups: undefined }),
  });
}

/** Over which days: those that have a name, the scope's where it has another, or days of one's own. */
export function daysPick(view: EventView): DropDown {
  const { texts, settings, change, openDays } = view;
  const { start, range = start ? undefined : 'last_7_days' } = settings;
  const named = range && !ranges.includes(range) ? [...ranges, range] : ranges;
  return {
    name: 'range',
    label: texts.get('filter.range'),
    choices: [...named, CUSTOM].map((one) => ({ value: one, label: rangeLabel(one, view) })),
    chosen: start ? [CUSTOM] : [range ?? ''],
    sign: icon('calendar'),
    face: rangeFace(view, range),
    choose: (one) => {
      if (one === CUSTOM) openDays();
      else change({ range: one as NamedRange, start: undefined, end: undefined });
    },
  };
}

function rangeLabel(range: string, { texts }: EventView): string {
  return texts.find(`filter.range.${range}`) ?? range;
}

function rangeFace(view: EventView, range: NamedRange | undefined): TemplateResult {
  const { settings, today, formats } = view;
  const days = daysOfRange({ start: settings.start, end: settings.end, range }, today);
  if (settings.start && days) return html`<bdi>${formats.range(days)}</bdi>`;
  return html`${rangeLabel(range ?? '', view)}
  ${days ? html`<span class="quiet dates"><bdi>${formats.range(days, 'short')}</bdi></span>` : ''}`;
}
