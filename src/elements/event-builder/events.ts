import type { EventDefinition } from '#contract/api.js';

/** Somebody saved an event. */
export class EventSaveEvent extends Event {
  static readonly eventName = 'event-save';
  /** The definition as the back end has it now; its `state` says whether it is tested or published. */
  readonly definition: EventDefinition;

  constructor(definition: EventDefinition) {
    super(EventSaveEvent.eventName, { bubbles: true, composed: true });
    this.definition = definition;
  }
}

/** Somebody wants to leave the builder, and was asked where something was unsaved. `preventDefault()` has it stay. */
export class EventCloseEvent extends Event {
  static readonly eventName = 'event-close';

  constructor() {
    super(EventCloseEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'event-save': EventSaveEvent;
    'event-close': EventCloseEvent;
  }
}
