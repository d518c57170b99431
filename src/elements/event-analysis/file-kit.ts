import { eventCsv } from '#charts/event-csv.js';
import { dimensionLabel } from '../base/catalog.js';
import type { CsvFile } from '../base/file-controller.js';
import { metaRows } from '../base/meta-rows.js';
import type { EventBars } from './event-bars.js';
import { measureLabel, partName } from './event-words.js';

/** An analysis as a file: unrounded values under what they were counted over. */
export function eventFile({ report, subject, title, catalog, texts }: EventBars): CsvFile {
  const { groupBy } = subject;
  const { meta } = report;
  const rows = eventCsv(report, {
    fields: groupBy.map((field) => dimensionLabel(catalog, field, texts)),
    start: texts.get('file.start'),
    end: texts.get('file.end'),
    covers: texts.get('event.covers'),
    whole: texts.get('event.whole'),
    stateOf: (state) =>
      texts.get(state === 'complete' ? 'event.bucket' : state === 'future' ? 'event.future' : 'event.partial'),
    value: measureLabel(subject, catalog, texts),
    others: (count) => texts.get('event.others', { count }),
    part: (key, index) => partName(key, index, { groupBy, catalog, texts }),
  });
  const days = [meta.range?.start.slice(0, 10), meta.range?.end.slice(0, 10)];
  return {
    rows: [[texts.get('pick.event'), subject.name], ...metaRows(meta, catalog, texts), ...rows],
    name: [title, ...days]
      .filter(Boolean)
      .join(' ')
      .replace(/[\\/:*?"<>|]/g, '-'),
  };
}
