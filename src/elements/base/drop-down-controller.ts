import type { LitElement, ReactiveController } from 'lit';
import { adopt } from './adopt.js';
import { ChoiceController } from './choice-controller.js';
import type * as ChoiceKit from './choice-kit.js';
import type { Choices } from './choices.js';
import type { PopoverController } from './popover-controller.js';

/** The drop-downs of a widget: which one is open, and its keys. The list is loaded when the first one opens. */
export class DropDownController implements ReactiveController {
  readonly popovers: PopoverController;
  readonly keys: ChoiceController;
  readonly #host: LitElement;
  #kit: typeof ChoiceKit | undefined;

  constructor(host: LitElement, popovers: PopoverController) {
    this.#host = host;
    this.popovers = popovers;
    this.keys = new ChoiceController(host);
    host.addController(this);
  }

  /** What renders a list, once it has loaded. */
  get kit(): typeof ChoiceKit | undefined {
    return this.#kit;
  }

  /** Opens a drop-down at its button, or closes it. */
  toggle<Value extends string>(name: string, anchor: HTMLElement, of: Choices<Value>): void {
    this.popovers.toggle(name, anchor);
    if (this.popovers.open !== name) return;
    this.keys.start(of);
    void this.load();
  }

  /** Loads what renders a list. */
  async load(): Promise<void> {
    if (this.#kit) return;
    this.#kit = await import('./choice-kit.js');
    adopt(this.#host.shadowRoot, this.#kit.choiceListStyles);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    // Popovers and keys follow the host by themselves.
  }
}
