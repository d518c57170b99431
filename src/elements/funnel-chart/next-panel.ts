import { html, nothing, svg, type TemplateResult } from 'lit';
import type { FunnelNextReport, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { Formats } from '#format/formats.js';
import { noValue } from '#format/parts.js';
import type { FunnelNextMessages } from '#i18n/funnel-next/section.js';
import { barList, type BarRow } from '../base/bar-list.js';
import { addIcons, icon } from '../base/icons.js';
import { longName } from '../base/long-name.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { Reading } from '../base/answer-controller.js';
import type { Funnel } from './funnel-of.js';
import { funnelQuery } from './funnel-question.js';
import type { FunnelTexts } from './funnel-view.js';

addIcons({ close: svg`<path d="m4.500 4.500 7 7M11.500 4.500l-7 7"/>` });

/** Events that are listed; what is further down few did. */
const MOST_EVENTS = 8;

/** What the panel is made from. */
export interface NextPanel {
  /** The chosen step, from 1. */
  readonly step: number;
  readonly isLast: boolean;
  readonly name: string;
  readonly reading: Reading<FunnelNextReport>;
  /** Of the widget, once those of the panel have joined them. */
  readonly texts: FunnelTexts;
  readonly formats: Formats;
  readonly nameOf: (event: string) => string;
  readonly close: () => void;
  readonly retry: () => void;
}

/** Asks what users did who left after a step, over the range that the funnel was counted over. */
export function askNext(
  client: Client,
  scope: Scope,
  asked: { readonly range: RangeQuery; readonly funnel: Funnel; readonly step: number },
  options: AskOptions,
): Promise<FunnelNextReport> {
  const query = funnelQuery(asked.range, { ...asked.funnel, group_by: [] });
  return client.funnelNext(scope, { ...query, step: asked.step, limit: MOST_EVENTS }, options);
}

/** What those did instead who left after a step, under the steps. */
export function nextPanel(of: NextPanel): TemplateResult {
  const texts = of.texts as unknown as WidgetTexts<FunnelNextMessages>;
  const title = texts.get(of.isLast ? 'funnelNext.titleLast' : 'funnelNext.title');
  const { answer } = of.reading;
  const label = texts.get('action.close');
  return html`<section class="next" aria-label=${title} part="next">
    <header>
      <div>
        <h3>${title}</h3>
        <p class="context" aria-live="polite">
          ${answer ? context(answer, of, texts) : texts.get('funnelNext.loading')}
        </p>
      </div>
      <button class="tool close" type="button" aria-label=${label} title=${label} @click=${of.close}>
        ${icon('close')}
      </button>
    </header>
    ${content(of, texts, title)}
  </section>`;
}

function context(
  { users }: FunnelNextReport,
  { isLast, step, name, formats }: NextPanel,
  texts: WidgetTexts<FunnelNextMessages>,
): unknown {
  if (!users) return nothing;
  const values = { count: users, users: formats.count(users) };
  const said = isLast
    ? texts.get('funnelNext.through', values)
    : texts.get('funnelNext.left', { ...values, number: step, name });
  return html`<span>${said}</span><span>${texts.get('funnelNext.note')}</span>`;
}

function content(of: NextPanel, texts: WidgetTexts<FunnelNextMessages>, title: string): unknown {
  const { answer, hasFailed } = of.reading;
  if (hasFailed) {
    return html`<p class="reply" role="alert">
      <span>${texts.get('funnelNext.failed')}</span>
      <button class="button" type="button" @click=${of.retry}>${icon('refresh')}${texts.get('action.retry')}</button>
    </p>`;
  }
  if (answer && !answer.users) {
    return html`<p class="reply">${texts.get(of.isLast ? 'funnelNext.nobodyThrough' : 'funnelNext.nobody')}</p>`;
  }
  const rest = answer ? answer.row_count - answer.events.length : 0;
  return html`${barList({
    label: title,
    name: texts.get('funnelNext.event'),
    columns: [
      { id: 'users', head: texts.get('funnelNext.users') },
      { id: 'share', head: texts.get('funnelNext.share'), isQuiet: true },
      { id: 'next', head: texts.get('funnelNext.next'), hint: texts.get('funnelNext.nextHint'), from: 'medium' },
    ],
    rows: answer && rowsOf(answer, of, texts),
    size: answer ? answer.events.length + (answer.ended ? 1 : 0) : 5,
  })}
  ${rest > 0 ? html`<p class="rest">${texts.get('funnelNext.more', { count: rest })}</p>` : nothing}`;
}

function rowsOf(
  { users, ended, events }: FunnelNextReport,
  { formats, nameOf }: NextPanel,
  texts: WidgetTexts<FunnelNextMessages>,
): BarRow[] {
  const rows = events.map(({ event, users: count, share, next_users: next }): BarRow => ({
    name: longName({ text: nameOf(event), notSet: noValue }),
    length: share,
    cells: [formats.count(count), formats.share(share), formats.count(next)],
  }));
  if (!ended || !users) return rows;
  const share = ended / users;
  const name = texts.get('funnelNext.ended');
  return [...rows, { name, length: share, kind: 'others', cells: [formats.count(ended), formats.share(share), ''] }];
}
