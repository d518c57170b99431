import type { Catalog, EventMeasure, MetricDefinition, Unit } from '#contract/api.js';
import { EVENT_METRIC, type GroupKey } from '#charts/event-trend.js';
import type { EventAnalysisMessages } from '#i18n/event-analysis/section.js';
import type { FilterRangeMessages } from '#i18n/filter-range/section.js';
import type { FilterRowsMessages } from '#i18n/filter-rows/section.js';
import { labelOf } from '#i18n/labels.js';
import type { PickMessages } from '#i18n/pick/section.js';
import { dimensionLabel, valueLabel } from '../base/catalog.js';
import { inSentence } from '../base/in-sentence.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { namesOf } from '../trend-chart/names-of.js';
import { isOfField } from './event-query.js';

/** Everything that an analysis says. */
export type EventMessages = EventAnalysisMessages & PickMessages & FilterRowsMessages & FilterRangeMessages;

/** Texts of an analysis. */
export type EventTexts = WidgetTexts<EventMessages>;

/** What names an analysis. */
export interface EventSubject {
  /** What the event is called. */
  readonly name: string;
  readonly measure: EventMeasure;
  readonly field: string | undefined;
  readonly groupBy: readonly string[];
}

/** What a field of an event is called. */
export function fieldLabel(catalog: Catalog, field: string, texts: EventTexts): string {
  const known = catalog.event_fields.find(({ name }) => name === field);
  const isDimension = catalog.dimensions.some(({ id }) => id === field);
  return known && !isDimension ? labelOf(known.label, `field.${field}`, texts) : dimensionLabel(catalog, field, texts);
}

/** What is counted: “Users”, “Sum of Amount”. */
export function measureLabel(
  { measure, field }: Pick<EventSubject, 'measure' | 'field'>,
  catalog: Catalog,
  texts: EventTexts,
): string {
  const name = texts.get(`event.measure.${measure}`);
  if (!isOfField(measure) || !field) return name;
  return texts.get('event.of', { measure: name, field: inSentence(fieldLabel(catalog, field, texts), texts.locale) });
}

/** Names an analysis: event, measure, and what it is grouped by. */
export function titleOf(subject: EventSubject, catalog: Catalog | undefined, texts: EventTexts): string {
  const { name: event, groupBy } = subject;
  if (!catalog) return event;
  const measure = measureLabel(subject, catalog, texts);
  if (groupBy.length === 0) return texts.get('event.title', { event, measure });
  const names = groupBy.map((field) => inSentence(dimensionLabel(catalog, field, texts), texts.locale));
  return texts.get('event.titleBy', { event, measure, fields: namesOf(names, texts.locale) });
}

/** One value of a group's key, in words. */
export function partName(
  key: GroupKey,
  index: number,
  { groupBy, catalog, texts }: { groupBy: readonly string[]; catalog: Catalog; texts: EventTexts },
): string {
  const value = key[index] ?? null;
  return value === null
    ? texts.get('event.notSet')
    : valueLabel(catalog, groupBy[index], { key: String(value) }, texts);
}

/** A group in words: “Zhejiang · iOS”. */
export function groupName(key: GroupKey, of: Parameters<typeof partName>[2]): string {
  return key.map((_, index) => partName(key, index, of)).join(' · ');
}

/** The catalogue with what is measured as one metric more, so that it is written, drawn and explained as metrics are. */
export function withMeasure(catalog: Catalog, subject: EventSubject, texts: EventTexts): Catalog {
  const metric: MetricDefinition = {
    id: EVENT_METRIC,
    group: 'access',
    label: { en: texts.get('event.title', { event: subject.name, measure: measureLabel(subject, catalog, texts) }) },
    description: { en: texts.get(`event.about.${subject.measure}`) },
    unit: unitOf(subject),
    adds_up: subject.measure === 'total' || subject.measure === 'sum' ? 'yes' : 'no',
    better: 'neutral',
    reports: ['event'],
  };
  return { ...catalog, metrics: [metric, ...catalog.metrics] };
}

/** The unit of what is measured. A field is written as it was reported: its name says in what, such as minor units. */
export function unitOf({ measure }: Pick<EventSubject, 'measure'>): Unit {
  if (measure === 'users') return 'users';
  return measure === 'per_user' ? 'ratio' : 'count';
}
