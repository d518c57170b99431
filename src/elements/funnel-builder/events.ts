import type { SavedFunnel } from '#contract/api.js';

/** Somebody saved a funnel: a new one, or a change to one. */
export class FunnelSaveEvent extends Event {
  static readonly eventName = 'funnel-save';
  /** As the back end has it now. */
  readonly funnel: SavedFunnel;

  constructor(funnel: SavedFunnel) {
    super(FunnelSaveEvent.eventName, { bubbles: true, composed: true });
    this.funnel = funnel;
  }
}

/** Somebody deleted a saved funnel; taking that back saves it under another id. */
export class FunnelDeleteEvent extends Event {
  static readonly eventName = 'funnel-delete';
  /** Id that it had. */
  readonly id: string;

  constructor(id: string) {
    super(FunnelDeleteEvent.eventName, { bubbles: true, composed: true });
    this.id = id;
  }
}

/** Somebody opened a saved funnel, or began a new one. */
export class FunnelOpenEvent extends Event {
  static readonly eventName = 'funnel-open';
  /** Id of the saved funnel; `null` of a new one. */
  readonly id: string | null;

  constructor(id: string | null) {
    super(FunnelOpenEvent.eventName, { bubbles: true, composed: true });
    this.id = id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'funnel-save': FunnelSaveEvent;
    'funnel-delete': FunnelDeleteEvent;
    'funnel-open': FunnelOpenEvent;
  }
}
