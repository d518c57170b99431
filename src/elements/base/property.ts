import { defaultConverter, type PropertyDeclaration, type ReactiveElement } from 'lit';

/**
 * Declares a reactive property, as Lit's decorator of that name does. Beyond it, the property takes what its attribute
 * takes: some frameworks set a property wherever there is one, and have nothing but a text for it. `null` is as good as
 * nothing; with `useDefault` either means the value that the class begins with.
 */
export function property(options: PropertyDeclaration = {}): PropertyDecorator {
  return (prototype, name): PropertyDescriptor => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
    const made = Object.getOwnPropertyDescriptor(prototype, name)!;
    const begins = Symbol();
    return {
      ...made,
      set(this: Record<symbol, unknown>, value: unknown) {
        if (options.useDefault) this[begins] ??= value;
        made.set?.call(this, read(value, options) ?? this[begins]);
      },
    };
  };
}

/** Declares a property that is the element's own business, and changes what it shows. */
export function state(): PropertyDecorator {
  return property({ state: true, attribute: false });
}

/** A value as the attribute would be read, unless it is one already. */
function read(value: unknown, { attribute, converter, type }: PropertyDeclaration): unknown {
  if (attribute === false || value == null) return value;
  if (typeof converter === 'function') return converter(value as string, type);
  if (!type) return typeof value === 'string' ? value : JSON.stringify(value);
  return typeof value === 'string' ? defaultConverter.fromAttribute?.(value, type) : value;
}
