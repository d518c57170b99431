import type { Catalog, Meta } from '#contract/api.js';
import type { RankRow } from '#charts/rank.js';
import { rankCsv } from '#charts/rank-csv.js';
import { currencyExponent } from '#format/currency-exponent.js';
import type { Formats } from '#format/formats.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { RankMessages } from '#i18n/rank/section.js';
import type { Texts } from '#i18n/texts.js';
import { metricLabel, metricOf } from './catalog.js';
import { downloadCsv } from './download.js';
import type { CsvFile } from './file-controller.js';
import { inSentence } from './in-sentence.js';
import { metaRows } from './meta-rows.js';

/** What a file of a ranked list is made from. */
export interface RankFile {
  readonly rows: readonly RankRow[];
  readonly meta: Meta;
  readonly metrics: readonly string[];
  /** What the file holds: “sources”. */
  readonly title: string;
  /** What the rows are: “Source”. */
  readonly name: string;
  readonly nameOf: (row: RankRow) => string;
  readonly catalog: Catalog;
  readonly texts: Texts<BaseMessages & RankMessages>;
  readonly formats: Formats;
}

/** Gives the reader a ranked list as a CSV file. */
export async function saveRank(file: RankFile): Promise<void> {
  const { rows, name } = rankFile(file);
  await downloadCsv(rows, name);
}

/** The file of a ranked list: what was counted over, then each row, the others and the total. */
export function rankFile(file: RankFile): CsvFile {
  const { rows, meta, metrics, catalog, texts, title } = file;
  const { range } = meta;
  const compared = rows.find(({ before }) => before)?.before?.range;
  const about = metaRows(meta, catalog, texts);
  return {
    rows: [
      ...about.slice(0, -1),
      ...(compared ? [[texts.get('rank.compared'), compared.start, compared.end]] : []),
      [],
      ...rankCsv(rows, metrics, wordsOf(file)),
    ],
    name: [title, range?.start.slice(0, 10), range?.end.slice(0, 10)].filter(Boolean).join(' '),
  };
}

function wordsOf({ meta, name, nameOf, catalog, texts, formats }: RankFile) {
  const label = (metric: string): string => metricLabel(metricOf(catalog, metric), texts);
  const withUnit = (metric: string): string => {
    const { unit } = metricOf(catalog, metric);
    // a rate is saved as a fraction, so that a percent sign would be wrong
    const sign = unit === 'rate' ? '' : formats.unit(unit);
    return sign ? texts.get('rank.withUnit', { name: label(metric), unit: sign }) : label(metric);
  };
  const minor = 10 ** (meta.currency ? currencyExponent(meta.currency) : 0);
  return {
    ...{ name, nameOf, key: texts.get('rank.key'), app: texts.get('rank.app'), value: withUnit },
    share: (metric: string) => texts.get('rank.shareOf', { metric: inSentence(label(metric), texts.locale) }),
    before: (metric: string) => texts.get('rank.before', { name: withUnit(metric) }),
    change: (metric: string) => texts.get('rank.changeOf', { name: label(metric) }),
    amount: (metric: string, value: number | null) =>
      value !== null && metricOf(catalog, metric).unit === 'money' ? value / minor : value,
  };
}
