import { html } from 'lit';
import type { Formats } from '#format/formats.js';
import type { FilterRowsMessages } from '#i18n/filter-rows/section.js';
import type { PickMessages } from '#i18n/pick/section.js';
import type { Texts } from '#i18n/texts.js';
import type { Reading } from './answer-controller.js';
import type { DropDown } from './drop-down.js';
import type { KnownEvent } from './event-names.js';
import { waiting } from './waiting.js';

/** From how many events on a search helps. */
const MANY = 8;

/** What choosing an event needs. */
export interface EventPick {
  /** Tells it from the element's other popovers. */
  readonly name: string;
  /** Names the field; default “Event”. */
  readonly label?: string | undefined;
  /** Name of the chosen event. */
  readonly chosen: string | undefined;
  readonly displayName: string | undefined;
  /** The events; read while the list is open. */
  readonly events: Reading<readonly KnownEvent[]>;
  readonly texts: Texts<PickMessages & FilterRowsMessages>;
  readonly formats: Formats;
  readonly choose: (event: string) => void;
}

/** A drop-down of events: those that are defined by what they are called, then the others by their names. */
export function eventPick({ name, label, chosen, displayName, events, texts, formats, choose }: EventPick): DropDown {
  const known = events.answer ?? [];
  return {
    name,
    label: label ?? texts.get('pick.event'),
    choices: known.map((one) => ({
      value: one.name,
      label: one.displayName ?? one.name,
      hint: hintOf(one, texts, formats),
    })),
    chosen: chosen ? [chosen] : [],
    search: known.length > MANY ? { label: texts.get('pick.event.search') } : undefined,
    none: waiting(events, texts) ?? texts.get('pick.event.none'),
    face: chosen
      ? html`<bdi>${displayName ?? chosen}</bdi
          >${displayName ? html` <code class="code"><bdi>${chosen}</bdi></code>` : ''}`
      : html`<span class="quiet">${texts.get('pick.event.choose')}</span>`,
    choose,
  };
}

function hintOf(
  { name, displayName, isDraft, count }: KnownEvent,
  texts: EventPick['texts'],
  formats: Formats,
): string {
  return [
    ...(displayName ? [name] : []),
    ...(isDraft ? [texts.get('pick.event.draft')] : count ? [formats.count(count)] : []),
  ].join(' · ');
}
