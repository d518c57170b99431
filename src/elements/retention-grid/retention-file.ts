import type { Catalog, Meta } from '#contract/api.js';
import type { RetentionModel } from '#charts/retention.js';
import { retentionCsv } from '#charts/retention-csv.js';
import { downloadCsv } from '../base/download.js';
import { metaRows } from '../base/meta-rows.js';
import type { RetentionTexts, RetentionWords } from './retention-words.js';

/** What a file of retention is made from. */
export interface RetentionFile {
  readonly model: RetentionModel;
  readonly meta: Meta;
  readonly catalog: Catalog;
  readonly words: RetentionWords;
  readonly texts: RetentionTexts;
}

/** Gives the reader counts and unrounded shares of every cohort, under what they were counted over. */
export async function saveRetention({ model, meta, catalog, words, texts }: RetentionFile): Promise<void> {
  const { cohort, granularity } = model;
  const [last, ...about] = metaRows(meta, catalog, texts).reverse();
  const name = [texts.get('retention.file'), meta.range?.start, meta.range?.end].filter(Boolean).join(' ');
  const rows = [
    ...about.reverse(),
    [texts.get('retention.cohort'), texts.get(`retention.${cohort}.${granularity}`)],
    last ?? [],
    ...retentionCsv(model, {
      start: texts.get('file.start'),
      end: texts.get('file.end'),
      users: texts.get('retention.users'),
      returned: (offset) => texts.get('retention.fileReturned', { period: words.period(offset) }),
      rate: (offset) => texts.get('retention.fileRate', { period: words.period(offset) }),
      average: texts.get('retention.average'),
    }),
  ];
  await downloadCsv(rows, name);
}
