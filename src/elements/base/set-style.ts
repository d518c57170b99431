import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

class SetStyle extends Directive {
  #before: Readonly<Record<string, string | number>> = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('setStyle stands on an element: <i ${setStyle({…})}>');
  }

  render(_properties: Readonly<Record<string, string | number>>): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [properties]: [Readonly<Record<string, string | number>>]): unknown {
    const { style } = element as HTMLElement;
    const before = this.#before;
    for (const name of Object.keys(before)) if (!(name in properties)) style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) {
      // a table has hundreds, and few of them change
      if (before[name] !== value) style.setProperty(name, String(value));
    }
    this.#before = properties;
    return noChange;
  }
}

/**
 * Sets style properties of an element through the object model: a strict page (`style-src 'self'`) ignores style
 * attributes, which is what `style=` and `styleMap` write.
 *
 * @example html`<i ${setStyle({ 'inline-size': '40%' })}></i>`
 */
export const setStyle = directive(SetStyle);
