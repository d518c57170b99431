import { html, type TemplateResult } from 'lit';
import type { Catalog, EventReport } from '#contract/api.js';
import { eventGroups } from '#charts/event-groups.js';
import type { Formats } from '#format/formats.js';
import { barList } from '../base/bar-list.js';
import { longName } from '../base/long-name.js';
import { type EventSubject, type EventTexts, groupName, measureLabel, unitOf } from './event-words.js';

/** What the list of groups is made from. */
export interface EventBars {
  readonly report: EventReport;
  readonly subject: EventSubject;
  readonly title: string;
  readonly catalog: Catalog;
  readonly texts: EventTexts;
  readonly formats: Formats;
}

/** Each group over the whole range. It is a table, and stands under the chart, or in its place where there is one bucket. */
export function eventBars({ report, subject, title, catalog, texts, formats }: EventBars): TemplateResult {
  const groups = eventGroups(report);
  const names = { groupBy: subject.groupBy, catalog, texts };
  const unit = unitOf(subject);
  return html`<div class="groups">
    ${barList({
      label: title,
      name: texts.get('event.group'),
      columns: [{ id: 'value', head: texts.get('event.whole'), hint: measureLabel(subject, catalog, texts) }],
      rows: groups.map(({ key, othersOf, value, length }) => ({
        name:
          othersOf === undefined
            ? longName({ text: key?.length ? groupName(key, names) : subject.name, notSet: '' })
            : texts.get('event.others', { count: othersOf }),
        length,
        cells: [formats.value(value, unit)],
        ...(othersOf !== undefined && { kind: 'others' as const }),
      })),
      size: groups.length,
    })}
  </div>`;
}
