/** Where a value breaks the contract. */
export interface Fault {
  path: string;
  expected: string;
  got: string;
}

/**
 * Looks at a value and says where it breaks the contract, if it does. The value itself is passed on untouched, so fields
 * that a newer back end adds stay. The type parameter ties a check to the contract's type: a field that the document
 * gains does not compile until it is checked here.
 */
export type Check<T> = ((value: unknown) => Fault | undefined) & { readonly of?: T };

/** The check of a field that may be absent. */
export type OptionalCheck<T> = Check<T> & { readonly optional: true };

type FieldCheck<T, Key extends keyof T> =
  object extends Pick<T, Key> ? OptionalCheck<Exclude<T[Key], undefined>> : Check<T[Key]>;
type Declared<T> = { [Key in keyof T as string extends Key ? never : Key]-?: FieldCheck<T, Key> };

/** An object with these fields, whatever else it holds. */
export function object<T>(fields: Declared<T>): Check<T> {
  const checks = Object.entries<Check<unknown>>(fields);
  return (value) => {
    if (!isObject(value)) return fault('an object', value);
    for (const [name, check] of checks) {
      const found = check(value[name]);
      if (found) return under(`.${name}`, found);
    }
    return undefined;
  };
}

/** A list of such values. */
export const list =
  <T>(item: Check<T>): Check<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return fault('a list', value);
    for (let index = 0; index < value.length; index++) {
      const found = item(value[index]);
      if (found) return under(`[${index}]`, found);
    }
    return undefined;
  };

/** An object of such values under any names. */
export const record =
  <T>(item: Check<T>): Check<{ [key: string]: T }> =>
  (value) => {
    if (!isObject(value)) return fault('an object', value);
    for (const name in value) {
      const found = item(value[name]);
      if (found) return under(`.${name}`, found);
    }
    return undefined;
  };

/** A value that may be `null`. */
export const nullable =
  <T>(check: Check<T>): Check<T | null> =>
  (value) => {
    const found = value === null ? undefined : check(value);
    return found && !found.path ? { ...found, expected: `${found.expected} or null` } : found;
  };

/** A field that may be absent. */
export function optional<T>(check: Check<T>): OptionalCheck<T> {
  return Object.assign((value: unknown) => (value === undefined ? undefined : check(value)), {
    optional: true as const,
  });
}

/** A value that must also satisfy a second look, such as two lists of one length. */
export const also =
  <T>(check: Check<T>, look: (value: T) => Fault | undefined): Check<T> =>
  (value) =>
    check(value) ?? look(value as T);

/** A value that passes a test. */
export const of =
  <T>(expected: string, test: (value: unknown) => boolean): Check<T> =>
  (value) =>
    test(value) ? undefined : fault(expected, value);

/** A fault at the value itself. */
export function fault(expected: string, value: unknown, path = ''): Fault {
  return { path, expected, got: describe(value) };
}

/** Puts a step before the path of a fault. */
export function under(step: string, found: Fault): Fault {
  const path = found.path && !found.path.startsWith('[') ? `${step}.${found.path}` : step + found.path;
  return { ...found, path: path.replace(/^\./, '') };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
