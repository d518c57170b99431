import type { ComplexAttributeConverter } from 'lit';

/** Attribute to property for a list of words, separated by commas or spaces. */
export function words<Word extends string = string>(): ComplexAttributeConverter<readonly Word[] | undefined> {
  return {
    fromAttribute: (text) => text?.split(/[\s,]+/).filter((word): word is Word => word !== ''),
    toAttribute: (list) => list?.join(',') ?? null,
  };
}
