import type { EventDefinition } from '#contract/api.js';

/** Somebody wants to change or look at an event: the host shows it in a builder. */
export class EventEditEvent extends Event {
  static readonly eventName = 'event-edit';
  /** The definition as the list knows it. */
  readonly definition: EventDefinition;

  constructor(definition: EventDefinition) {
    super(EventEditEvent.eventName, { bubbles: true, composed: true });
    this.definition = definition;
  }
}

/** Somebody wants to define a new event. */
export class EventNewEvent extends Event {
  static readonly eventName = 'event-new';
  /** The name of events that come in without a definition; empty where it is all new. */
  readonly name: string;

  constructor(name = '') {
    super(EventNewEvent.eventName, { bubbles: true, composed: true });
    this.name = name;
  }
}

/** Somebody unpublished an event or deleted its draft. */
export class EventChangeEvent extends Event {
  static readonly eventName = 'event-change';
  readonly change: 'unpublished' | 'deleted';
  /** The definition as it was. */
  readonly definition: EventDefinition;

  constructor(change: 'unpublished' | 'deleted', definition: EventDefinition) {
    super(EventChangeEvent.eventName, { bubbles: true, composed: true });
    this.change = change;
    this.definition = definition;
  }
}

declare global {
  interface HTMLElementEventMap {
    'event-edit': EventEditEvent;
    'event-new': EventNewEvent;
    'event-change': EventChangeEvent;
  }
}
