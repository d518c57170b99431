import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

class SetStyle extends Directive {
  #names: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('setStyle stands on an element: <i ${setStyle({…})}>');
  }

  render(_properties: Readonly<Record<string, string | number>>): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [properties]: [Readonly<Record<string, string | number>>]): unknown {
    const { style } = element as HTMLElement;
    const names = Object.keys(properties);
    for (const name of this.#names) if (!names.includes(name)) style.removeProperty(name);
    for (const name of names) style.setProperty(name, String(properties[name]));
    this.#names = names;
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
