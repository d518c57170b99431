/** The prefix of tag names where a host chooses no other. */
export const defaultPrefix = 'ma';

/**
 * Registers a class under `prefix-name`. The class itself stays unregistered and a subclass takes the tag, because one
 * class cannot carry two names: a vendor can choose a prefix, and two versions can share a page. A name that is taken
 * is left as it is.
 */
export function define(name: string, element: CustomElementConstructor, prefix: string = defaultPrefix): void {
  const tag = `${prefix}-${name}`;
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  customElements.define(tag, class extends element {});
}
