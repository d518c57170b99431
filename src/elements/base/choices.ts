/** One of the values that a list offers. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** Said quietly after the label. */
  readonly hint?: string | undefined;
  /** Stands before the label: an icon, a swatch. */
  readonly sign?: unknown;
}

/** A field that narrows a long list. */
export interface ChoiceSearch {
  /** Names the field, and stands in it while it is empty. */
  readonly label: string;
  /** Called with what is typed, where somebody else narrows the list; else labels and hints that hold it stay. */
  readonly find?: (query: string) => void;
}

/** A list of which one value is chosen, or several. */
export interface Choices<Value extends string = string> {
  /** Names the list. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: readonly Value[];
  /** Several can be chosen; the list stays open then. */
  readonly isMultiple?: boolean;
  readonly search?: ChoiceSearch | undefined;
  /** Said where there is nothing to choose. */
  readonly none?: unknown;
  readonly choose: (value: Value) => void;
}

/** The choices whose label or hint holds a text, whatever the case. */
export function matching<Value extends string>(
  choices: readonly Choice<Value>[],
  query: string,
  locale: string,
): readonly Choice<Value>[] {
  const wanted = query.trim().toLocaleLowerCase(locale);
  if (wanted === '') return choices;
  return choices.filter(({ label, hint = '' }) => `${label} ${hint}`.toLocaleLowerCase(locale).includes(wanted));
}
