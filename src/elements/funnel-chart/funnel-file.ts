import type { Catalog } from '#contract/api.js';
import type { FunnelModel } from '#charts/funnel.js';
import { funnelCsv } from '#charts/funnel-csv.js';
import { dimensionLabel } from '../base/catalog.js';
import type { CsvFile } from '../base/file-controller.js';
import { metaRows } from '../base/meta-rows.js';
import type { FunnelAnswer } from './funnel-question.js';
import { filtersText, type FunnelTexts } from './funnel-view.js';

/** What a file of a funnel is made from. */
export interface FunnelFile {
  readonly title: string;
  readonly answer: FunnelAnswer;
  readonly model: FunnelModel;
  readonly fields: readonly string[];
  readonly catalog: Catalog;
  readonly texts: FunnelTexts;
}

/** The file of a funnel: what was counted over, its window and filters, then every step of all users and of each group. */
export function funnelFile({ title, answer, model, fields, catalog, texts }: FunnelFile): CsvFile {
  const { report, before, funnel } = answer;
  const { range } = report.meta;
  const earlier = before?.meta.range;
  const filters = (funnel?.steps ?? []).flatMap((step, index) =>
    step.filters?.length
      ? [[texts.get('funnel.fileStep', { number: index + 1 }), filtersText(step.filters, catalog, texts)]]
      : [],
  );
  return {
    rows: [
      [texts.get('funnel.title'), title],
      ...metaRows(report.meta, catalog, texts).slice(0, -1),
      ...(earlier ? [[texts.get('funnel.fileCompared'), earlier.start, earlier.end]] : []),
      ...(funnel ? [[texts.get('funnel.fileWindow'), funnel.window_seconds ?? null]] : []),
      ...filters,
      [],
      ...funnelCsv(model, {
        fields: fields.map((field) => dimensionLabel(catalog, field, texts)),
        all: texts.get('funnel.all'),
        notSet: texts.get('funnel.notSet'),
        step: texts.get('funnel.step'),
        event: texts.get('funnel.event'),
        users: texts.get('funnel.users'),
        ofFirst: texts.get('funnel.ofFirstHead'),
        ofBefore: texts.get('funnel.ofBefore'),
        lost: texts.get('funnel.lostHead'),
        median: texts.get('funnel.fileMedian'),
        p90: texts.get('funnel.fileP90'),
        before: (name) => texts.get('funnel.fileBefore', { name }),
      }),
    ],
    name: [texts.get('funnel.file'), range?.start.slice(0, 10), range?.end.slice(0, 10)].filter(Boolean).join(' '),
  };
}
