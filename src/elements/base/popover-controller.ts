import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { adopt } from './adopt.js';
import type * as PopoverKit from './popover-kit.js';

type Host = ReactiveControllerHost & Element;

/**
 * The widget's one open popover: an explanation, a menu. It lies in the top layer (Popover API), stands at its anchor
 * and follows it, closes on Escape and on a click elsewhere, and gives the focus back to the button that opened it.
 */
export class PopoverController implements ReactiveController {
  readonly #host: Host;
  #name: string | undefined;
  #anchor: HTMLElement | undefined;
  #beside: HTMLElement | undefined;
  #popover: HTMLElement | undefined;
  #isPending = false;
  #kit: typeof PopoverKit | undefined;
  readonly #follow = (): void => {
    if (this.#popover && this.#anchor) this.#kit?.place(this.#popover, this.#anchor, this.#beside);
  };

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Name of the open popover. Only an open one is rendered. */
  get open(): string | undefined {
    return this.#name;
  }

  /** What an open popover needs, once it has loaded. */
  get kit(): typeof PopoverKit | undefined {
    return this.#kit;
  }

  /** Opens a popover at an anchor and below what it shall not cover, or closes it where it is open. */
  toggle(name: string, anchor: HTMLElement, beside: HTMLElement = anchor): void {
    const isSame = this.#name === name && this.#anchor === anchor;
    this.close();
    if (isSame) return;
    this.#name = name;
    this.#anchor = anchor;
    this.#beside = beside;
    this.#isPending = true;
    void this.#prepare();
  }

  /** Closes what is open. */
  close(): void {
    if (!this.#name) return;
    const hadFocus = this.#popover?.matches(':focus-within') ?? false;
    this.#stopFollowing();
    this.#popover = undefined;
    this.#name = undefined;
    if (hadFocus) this.#anchor?.focus();
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#isPending) this.#show();
    else this.#follow();
  }

  hostDisconnected(): void {
    this.#stopFollowing();
    this.#isPending = false;
    this.#popover = undefined;
    this.#name = undefined;
  }

  async #prepare(): Promise<void> {
    this.#kit = await import('./popover-kit.js');
    adopt(this.#host.shadowRoot, this.#kit.popoverStyles);
    this.#host.requestUpdate();
  }

  #show(): void {
    if (!this.#kit || !this.#host.isConnected) return;
    const popover = this.#host.shadowRoot?.querySelector<HTMLElement>('[popover]');
    if (!popover) return;
    this.#isPending = false;
    this.#popover = popover;
    popover.addEventListener('toggle', (event) => {
      if (event.newState === 'closed' && this.#popover === popover) this.close();
    });
    popover.showPopover();
    this.#follow();
    (popover.querySelector<HTMLElement>('[autofocus], [role=menuitem]') ?? popover).focus();
    addEventListener('scroll', this.#follow, { capture: true, passive: true });
    addEventListener('resize', this.#follow, { passive: true });
  }

  #stopFollowing(): void {
    removeEventListener('scroll', this.#follow, { capture: true });
    removeEventListener('resize', this.#follow);
  }
}
