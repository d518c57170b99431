import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ContextEvent } from '@lit/context';
import { scopeContext } from '../base/scope-context.js';
import type { ScopeSettings } from '../base/scope-settings.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Follows a scope that is named by its id, for a bar that does not stand in it. */
export class TargetController implements ReactiveController {
  readonly #host: Host;
  #id: string | undefined;
  #scope: Element | undefined;
  #settings: ScopeSettings | undefined;
  #stop: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** What the named scope says; nothing where none is named, or is there yet. */
  get settings(): ScopeSettings | undefined {
    return this.#settings;
  }

  /** Names the scope. It may not be there yet, or not be upgraded: it is looked for again with each update. */
  name(id: string | undefined): void {
    if (id !== this.#id) this.#leave();
    this.#id = id;
    if (id === undefined || !this.#host.isConnected || this.#scope?.isConnected) return;
    const found = (this.#host.getRootNode() as Document | ShadowRoot).getElementById(id);
    if (!found || found === this.#scope) return;
    this.#scope = found;
    void customElements.whenDefined(found.localName).then(() => this.#follow(found));
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #follow(scope: Element): void {
    if (scope !== this.#scope) return;
    const take = (settings: ScopeSettings, stop?: () => void): void => {
      if (scope !== this.#scope) return stop?.();
      this.#settings = settings;
      this.#stop = stop;
      this.#host.requestUpdate();
    };
    // A scope answers what is asked from inside it: the question begins at the scope, on the bar's behalf.
    scope.dispatchEvent(new ContextEvent(scopeContext, this.#host, take, true));
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = this.#scope = this.#settings = undefined;
  }
}
