import { html, render, type TemplateResult } from 'lit';
import '#elements/event-builder/event-builder.js';
import '#elements/event-list/event-list.js';
import type { EventEditEvent, EventNewEvent } from '#elements/event-list/events.js';

/** The event that is open in the builder: one that is defined, or the name of a new one. */
interface OpenEvent {
  readonly id?: string;
  readonly name?: string;
}

let open: OpenEvent | undefined;

/** Defined events: the list of them, or one in the builder. */
export function page(): TemplateResult {
  return html`
    <div
      class="stack"
      @event-edit=${(event: EventEditEvent) => show(event, { id: event.definition.id })}
      @event-new=${(event: EventNewEvent) => show(event, { name: event.name })}
      @event-close=${(event: Event) => show(event, undefined)}
    >
      ${
        open
          ? html`<ma-event-builder event-id=${open.id ?? ''} new-name=${open.name ?? ''}></ma-event-builder>`
          : html`<ma-event-list></ma-event-list>`
      }
    </div>
  `;
}

function show({ currentTarget }: Event, event: OpenEvent | undefined): void {
  open = event;
  const place = (currentTarget as HTMLElement).parentElement!;
  render(page(), place);
  // What had the focus is gone; the page begins anew.
  document.getElementById('main')!.focus();
}
