import { html, nothing, render, type TemplateResult } from 'lit';
import '#elements/funnel-builder/funnel-builder.js';
import type { FunnelDeleteEvent, FunnelOpenEvent, FunnelSaveEvent } from '#elements/funnel-builder/events.js';
import '#elements/funnel-chart/funnel-chart.js';

/** The id of the saved funnel that is open. */
let open: string | undefined;

/** Funnels: built, looked at as they are built, and saved; below, the whole picture of the saved one that is open. */
export function page(): TemplateResult {
  return html`
    <div
      class="stack"
      @funnel-open=${(event: FunnelOpenEvent) => show(event, event.id ?? undefined)}
      @funnel-save=${(event: FunnelSaveEvent) => show(event, event.funnel.id)}
      @funnel-delete=${(event: FunnelDeleteEvent) => show(event, undefined)}
    >
      <ma-funnel-builder></ma-funnel-builder>
      ${open ? html`<ma-funnel-chart funnel-id=${open}></ma-funnel-chart>` : nothing}
    </div>
  `;
}

function show({ currentTarget }: Event, id: string | undefined): void {
  const isSame = open === id;
  open = id;
  const place = (currentTarget as HTMLElement).parentElement!;
  render(page(), place);
  // It was saved again under its id.
  if (isSame) place.querySelector('ma-funnel-chart')?.refresh();
}
