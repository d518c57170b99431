/** Somebody chose a step of a funnel, or left the one that was chosen. */
export class FunnelStepSelectEvent extends Event {
  static readonly eventName = 'funnel-step-select';
  /** Number of the step, from 1; `null` where none is chosen any more. */
  readonly step: number | null;
  /** Name of the event that takes a user to it. */
  readonly event: string | null;

  constructor(step: number | null, event: string | null) {
    super(FunnelStepSelectEvent.eventName, { bubbles: true, composed: true });
    this.step = step;
    this.event = event;
  }
}

declare global {
  interface HTMLElementEventMap {
    'funnel-step-select': FunnelStepSelectEvent;
  }
}
