/** Source of a scene that the dictionary does not list. */
export const otherSourceKey = '10';

/** Source of an open none of whose events carries one. */
export const directSourceKey = 'direct';
