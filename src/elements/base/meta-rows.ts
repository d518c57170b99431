import type { Catalog, Meta } from '#contract/api.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { Texts } from '#i18n/texts.js';
import { filterText } from './filter-text.js';

/** What a downloaded file says of itself above its table: range, zone, profile, environment, filters, age of the data. */
export function metaRows(meta: Meta, catalog: Catalog, texts: Texts<BaseMessages>): (string | number | null)[][] {
  return [
    ...(meta.range ? [[texts.get('file.range'), meta.range.start, meta.range.end]] : []),
    [texts.get('file.zone'), meta.timezone],
    [texts.get('file.profile'), meta.profile],
    [texts.get('file.environment'), meta.environment],
    ...meta.filters.map((filter) => [texts.get('file.filters'), filterText(filter, catalog, texts)]),
    [texts.get('file.until'), meta.data_as_of],
    [],
  ];
}
