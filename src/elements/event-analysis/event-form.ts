import { html, nothing, type TemplateResult } from 'lit';
import { type DropDown, dropDown } from '../base/drop-down.js';
import { daysPick, fieldPick, groupPicks, measurePick, whichEvent } from './event-picks.js';
import { isOfField } from './event-query.js';
import type { EventView } from './event-view.js';
import { groupsPick } from './groups-pick.js';
import { historyPick } from './history-pick.js';

/** The question of an analysis, to be changed: event, measure, groups, days, filters, and what was asked before. */
export function eventForm(view: EventView, limit: number): TemplateResult {
  const { texts, catalog, filters, settings, answers, query, subject, event, change } = view;
  const groups = groupsPick(view, limit);
  const row = (picks: readonly DropDown[]): TemplateResult =>
    html`${picks.map((pick) => field(pick.label, [pick], view))}`;
  return html`<div class="ask" role="group" aria-label=${texts.get('event.ask')}>
    ${row([whichEvent(view)])}
    ${field(
      texts.get('event.measure'),
      [measurePick(view) as DropDown, ...(isOfField(subject.measure) ? [fieldPick(view)] : [])],
      view,
    )}
    ${row([daysPick(view)])} ${field(texts.get('pick.group'), groupPicks(view), view)}
    ${groups ? row([groups]) : nothing}
    ${settings.app && !settings.superapp ? html`<div class="past">${dropDown(historyPick(view), view.drops)}</div>` : nothing}
    <div class="filters">
      ${filters.render(
        {
          ...{ name: 'filter', catalog, filters: query.filters ?? [] },
          properties: answers.names.properties(settings, event),
          valuesOf: (id, search) => answers.bar.values(settings, id, search),
          change: (next) => change({ filters: next.length > 0 ? next : undefined }),
        },
        view,
      )}
    </div>
    <p class="hidden-text" role="status">${filters.announcement}</p>
  </div>`;
}

/** A name over its drop-downs; each of them says its own name too. */
function field(label: string, picks: readonly DropDown[], { drops }: EventView): TemplateResult {
  return html`<div class="asked">
    <span class="label" aria-hidden="true">${label}</span>
    <div class="picks">${picks.map((pick) => dropDown(pick, drops))}</div>
  </div>`;
}
