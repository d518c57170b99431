import type { Catalog, Filter, Range } from '#contract/api.js';
import type { FunnelModel, FunnelRow, GroupKey } from '#charts/funnel.js';
import type { Formats } from '#format/formats.js';
import type { FunnelChartMessages } from '#i18n/funnel-chart/section.js';
import { dimensionLabel, valueLabel } from '../base/catalog.js';
import { filterText } from '../base/filter-text.js';
import type { WidgetTexts } from '../base/texts-controller.js';

/** Texts of a funnel. */
export type FunnelTexts = WidgetTexts<FunnelChartMessages>;

/** How a funnel is laid out: `columns` where there is room for them, or `rows` at any width. */
export const layouts = ['columns', 'rows'] as const;

/** One of the layouts. */
export type FunnelLayout = (typeof layouts)[number];

/** A group that is drawn, with its name and its colour (1–8). */
export interface ShownGroup {
  readonly name: string;
  readonly colour: number;
  readonly rows: readonly FunnelRow[];
}

/** What the steps of a funnel are drawn from. */
export interface FunnelView {
  readonly title: string;
  readonly model: FunnelModel;
  readonly groups: readonly ShownGroup[];
  readonly layout: FunnelLayout;
  readonly texts: FunnelTexts;
  readonly formats: Formats;
  /** What an event is called. */
  readonly nameOf: (event: string) => string;
  /** What a step (from 1) is narrowed to, in words. */
  readonly filtersOf: (step: number) => string;
  /** The range that it is compared with. */
  readonly earlier?: Range | null | undefined;
  /** Choosing a step; nothing where one cannot. */
  readonly choosing?: Choosing | undefined;
}

/** How a step is chosen. */
export interface Choosing {
  readonly chosen: number | undefined;
  /** The step that the Tab key reaches. */
  readonly home: number;
  readonly choose: (step: number) => void;
  readonly press: (event: KeyboardEvent) => void;
}

/** The most groups that are drawn: there are as many colours. */
export const MOST_GROUPS = 8;

/** How many groups are drawn where nobody chooses. */
export const USUAL_GROUPS = 4;

/** What a group is called: its values, sources by name. */
export function groupName(key: GroupKey, fields: readonly string[], catalog: Catalog, texts: FunnelTexts): string {
  const [one = '', other] = key.map((value, index) =>
    value === null ? texts.get('funnel.notSet') : valueLabel(catalog, fields[index], { key: String(value) }, texts),
  );
  return other === undefined ? one : texts.get('funnel.pair', { one, other });
}

/** What groups are made by. */
export function fieldsText(fields: readonly string[], catalog: Catalog, texts: FunnelTexts): string {
  const [one = '', other] = fields.map((field) => dimensionLabel(catalog, field, texts));
  return other === undefined ? one : texts.get('funnel.and', { one, other });
}

/** What a step is narrowed to, in short. */
export function filtersText(filters: readonly Filter[] = [], catalog: Catalog, texts: FunnelTexts): string {
  return filters.map((filter) => filterText(filter, catalog, texts)).join(' · ');
}
