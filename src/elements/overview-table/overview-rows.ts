import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog, ComparisonKind, MetricDefinition, SummaryReport, TrendReport } from '#contract/api.js';
import type { LowHigh, OverviewRow } from '#charts/overview.js';
import type { Formats } from '#format/formats.js';
import type { OverviewTableMessages } from '#i18n/overview-table/section.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { numberCell, roomOf } from '../base/number-cell.js';
import { setStyle } from '../base/set-style.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { growthMark, growthSentence } from '../metric-card/growth-row.js';

/** What the table is made from. */
export interface OverviewView {
  readonly summary: SummaryReport;
  readonly history: TrendReport | undefined;
  readonly rows: readonly OverviewRow[];
  readonly kinds: readonly ComparisonKind[];
  readonly catalog: Catalog;
  readonly texts: WidgetTexts<OverviewTableMessages>;
  readonly formats: Formats;
  readonly label: string;
  /** Opens the explanation of a metric at its name. */
  readonly explain: (metric: string, anchor: HTMLElement) => void;
}

/** The table, with the roles spelled out: narrow, its parts are laid out as labelled rows, which takes them from it. */
export function overviewTable(view: OverviewView): TemplateResult {
  const { texts, formats, summary, kinds, rows, label } = view;
  const { range } = summary.meta;
  const [first] = summary.metrics;
  const before = (kind: ComparisonKind) => first?.comparisons.find((one) => one.kind === kind)?.previous.range;
  return html`
    <div class="list" part="table">
      <table role="table" aria-label=${label}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="lead">${texts.get('overview.metric')}</th>
            <th role="columnheader" scope="col" class="main">
              ${range ? html`<bdi>${formats.range(range, 'short')}</bdi>` : texts.get('overview.value')}
            </th>
            ${kinds.map((kind) => {
              const of = before(kind);
              return html`<th role="columnheader" scope="col" class="number before">
                  ${of ? html`<bdi>${formats.range(of, 'short')}</bdi>` : nothing}
                </th>
                <th role="columnheader" scope="col" class="number change">${kindName(kind, texts)}</th>`;
            })}
            ${
              view.history
                ? html`<th role="columnheader" scope="col" class="span">${texts.get('overview.lowHigh')}</th>`
                : nothing
            }
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map((row) => overviewRow(row, view, roomsOf(view)))}
        </tbody>
      </table>
    </div>
  `;
}

/** What a comparison is called, in a word. */
export function kindName(kind: string, texts: WidgetTexts): string {
  return texts.find(`compare.${kind}`) ?? kind;
}

function roomsOf({ rows, kinds, catalog, formats }: OverviewView): number[] {
  const text = (id: string, value: number | null): string => formats.value(value, metricOf(catalog, id).unit, 'cell');
  return [
    roomOf(rows.map(({ metric }) => text(metric.metric, metric.value))),
    ...kinds.map((kind) =>
      roomOf(
        rows.map(({ metric: { metric, comparisons } }) =>
          text(metric, comparisons.find((one) => one.kind === kind)?.previous.value ?? null),
        ),
      ),
    ),
  ];
}

function overviewRow(row: OverviewRow, view: OverviewView, rooms: readonly number[]): TemplateResult {
  const { metric: of, lowHigh } = row;
  const { catalog, texts, formats, kinds, history } = view;
  const metric = metricOf(catalog, of.metric);
  const unit = formats.unit(metric.unit);
  const text = formats.value(of.value, metric.unit, 'cell');
  return html`<tr role="row">
    <th role="rowheader" scope="row" class="lead">${metricName(metric, unit, view)}</th>
    ${numberCell({ name: '', text, unit, className: 'main', room: rooms[0] ?? 0 })}
    ${kinds.map((kind, index) => {
      const found = of.comparisons.find((one) => one.kind === kind);
      const { growth = null, previous } = found ?? {};
      const was = formats.value(previous?.value ?? null, metric.unit, 'cell');
      const sentence = previous ? growthSentence(growth, formats.range(previous.range), formats, texts) : '';
      return html`${numberCell({ name: kindName(kind, texts), text: was, unit, className: 'number before', room: rooms[index + 1] ?? 0 })}
        <td role="cell" class="number change">
          <span class="label">${kindName(kind, texts)}</span>
          <span aria-hidden="true">${growthMark(growth, metric.better, formats)}</span>
          <span class="hidden-text">${sentence}</span>
        </td>`;
    })}
    ${history ? html`<td role="cell" class="span">${lowHigh ? mark(lowHigh, metric, view) : nothing}</td>` : nothing}
  </tr>`;
}

function metricName(metric: MetricDefinition, unit: string, { texts, explain }: OverviewView): TemplateResult {
  return html`<button
    class="name"
    type="button"
    aria-haspopup="dialog"
    title=${texts.get('action.definition')}
    @click=${(event: MouseEvent) => explain(metric.id, event.currentTarget as HTMLElement)}
  >
    ${metricLabel(metric, texts)}${unit ? html` <span class="of">${unit}</span>` : nothing}
  </button>`;
}

/** Where the value stands between the lowest and the highest day. */
function mark({ low, high, at }: LowHigh, metric: MetricDefinition, { texts, formats, history }: OverviewView) {
  const [from, to] = [low, high].map((one) => formats.value(one, metric.unit));
  const range = history?.meta.range ? formats.range(history.meta.range) : '';
  const words = texts.get('overview.between', { low: from, high: to, range });
  return html`<span class="track" role="img" aria-label=${words} title=${words}
    ><i ${setStyle({ '--at': `${(at * 100).toFixed(1)}%` })}></i
  ></span>`;
}
