import type { Catalog, Filter } from '#contract/api.js';
import type { Texts } from '#i18n/texts.js';
import { dimensionLabel } from './catalog.js';

const signs: Partial<Record<Filter['operator'], string>> = {
  eq: '=',
  in: '=',
  ne: '≠',
  not_in: '≠',
  contains: '∋',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  set: '≠ ∅',
  not_set: '= ∅',
};

/** A filter in short: `Operating system = iOS, Android`. An operator of a newer back end keeps its name. */
export function filterText({ field, operator, values = [] }: Filter, catalog: Catalog, texts: Texts): string {
  const sign = signs[operator] ?? operator;
  return [dimensionLabel(catalog, field, texts), sign, values.join(', ')].filter(Boolean).join(' ');
}
