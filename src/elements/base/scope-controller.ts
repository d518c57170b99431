import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ContextConsumer } from '@lit/context';
import { defaultClient, onDefaultClient } from '#client/default-client.js';
import { awaitLateScopes, scopeContext } from './scope-context.js';
import { nested, type ScopeSettings } from './scope-settings.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly ownSettings: ScopeSettings };

/**
 * Finds what is in force for an element: its own properties, else the scope around it, else `configureDefault`. A scope
 * that is upgraded later, or changes, or goes, asks the element to update.
 */
export class ScopeController implements ReactiveController {
  readonly #host: Host;
  readonly #consumer: ContextConsumer<typeof scopeContext, Host>;
  #stop: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    this.#consumer = new ContextConsumer(host, { context: scopeContext, subscribe: true });
  }

  /** What the scopes around say. */
  get outer(): ScopeSettings {
    return this.#consumer.value ?? {};
  }

  /** What is in force, the element's own properties included. */
  get settings(): ScopeSettings {
    const settings = nested(this.outer, this.#host.ownSettings);
    return settings.client ? settings : { ...settings, client: defaultClient() };
  }

  hostConnected(): void {
    awaitLateScopes(this.#host.ownerDocument);
    this.#stop = onDefaultClient(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#consumer.value = {}; // where the element goes next there may be no scope at all
    this.#stop?.();
    this.#stop = undefined;
  }
}
