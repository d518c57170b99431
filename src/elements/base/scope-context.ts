import { ContextRoot, createContext } from '@lit/context';
import type { ScopeSettings } from './scope-settings.js';

/** The key under which a scope is found; a registered symbol, so that bundles that were split share it. */
export const scopeContext = createContext<ScopeSettings>(Symbol.for('miniapp-analytics.scope'));

const rooted = Symbol.for('miniapp-analytics.context-root');

/**
 * Remembers widgets that looked for a scope in vain, so that a scope that is upgraded later is found. Once a document,
 * also where two copies of the library share it.
 */
export function awaitLateScopes(document: Document): void {
  const marked = document as Document & { [rooted]?: ContextRoot };
  if (marked[rooted]) return;
  marked[rooted] = new ContextRoot();
  marked[rooted].attach(document.documentElement);
}
