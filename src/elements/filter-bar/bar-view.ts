import type { App, Catalog, ValuesReport } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { FilterBarMessages } from '#i18n/filter-bar/section.js';
import type { FilterRangeMessages } from '#i18n/filter-range/section.js';
import type { FilterRowsMessages } from '#i18n/filter-rows/section.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { Reading } from '../base/answer-controller.js';
import type { FilterValue } from './filter-value.js';

/** What a bar says, with what its parts share with others. */
export type BarMessages = FilterBarMessages & FilterRowsMessages & FilterRangeMessages;

/** What the parts of a bar are drawn from, and who is told of a choice. */
export interface BarView {
  readonly texts: WidgetTexts<BarMessages>;
  readonly formats: Formats;
  readonly value: FilterValue;
  readonly catalog: Catalog | undefined;
  /** The day that runs in the zone in force; nothing while the zone is not known. */
  readonly today: string | undefined;
  readonly apps: Reading<readonly App[]>;
  /** Operating systems seen in the data; read while their list is open. */
  readonly systems: Reading<ValuesReport>;
  readonly set: (change: Partial<FilterValue>) => void;
  readonly openDays: (of: 'range' | 'compare') => void;
}

/** The most days of a range: the back end's limit, else the contract's. */
export function mostDays({ catalog }: BarView): number {
  return catalog?.limits.max_days ?? 90;
}

/** A word of a vocabulary; one that a newer back end has added is called by its id. */
export function wordOf(kind: string, id: string, { texts }: Pick<BarView, 'texts'>): string {
  return texts.find(`filter.${kind}.${id}`) ?? id;
}
