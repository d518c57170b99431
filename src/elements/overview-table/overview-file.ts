import type { Catalog, ComparisonKind, SummaryReport } from '#contract/api.js';
import type { OverviewRow } from '#charts/overview.js';
import { overviewCsv } from '#charts/overview-csv.js';
import type { Formats } from '#format/formats.js';
import type { OverviewTableMessages } from '#i18n/overview-table/section.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { downloadCsv } from '../base/download.js';
import { metaRows } from '../base/meta-rows.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { kindName } from './overview-rows.js';

/** What a file of an overview is made from. */
export interface OverviewFile {
  readonly summary: SummaryReport;
  readonly rows: readonly OverviewRow[];
  readonly kinds: readonly ComparisonKind[];
  readonly catalog: Catalog;
  readonly texts: WidgetTexts<OverviewTableMessages>;
  readonly formats: Formats;
}

/** Gives the reader every metric unrounded, under what it was counted over. */
export async function saveOverview({ summary, rows, kinds, catalog, texts, formats }: OverviewFile): Promise<void> {
  const { meta } = summary;
  const table = overviewCsv(rows, meta.range, kinds, {
    metric: texts.get('overview.metric'),
    value: texts.get('overview.value'),
    start: texts.get('file.start'),
    end: texts.get('file.end'),
    low: texts.get('overview.low'),
    high: texts.get('overview.high'),
    name: (id) => {
      const metric = metricOf(catalog, id);
      const name = metricLabel(metric, texts);
      // rates stand as fractions, money in minor units: only seconds are what their head says
      return metric.unit === 'seconds' ? texts.get('overview.withUnit', { name, unit: formats.unit('seconds') }) : name;
    },
    before: (kind) => texts.get('overview.before', { kind: kindName(kind, texts) }),
    growth: (kind) => texts.get('overview.growth', { kind: kindName(kind, texts) }),
  });
  const name = [texts.get('overview.file'), meta.range?.start, meta.range?.end].filter(Boolean).join(' ');
  await downloadCsv([...metaRows(meta, catalog, texts), ...table], name);
}
