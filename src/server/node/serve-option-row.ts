/** One option of the command: a row of its help, and all that the parser has to know of it. */
export interface OptionRow {
  /** Without the dashes. */
  readonly name: string;
  /** What stands for the value in the help; a flag has none. */
  readonly value?: string;
  /** Its meaning, unit and default, in lines of at most 66 characters. */
  readonly help: string;
  /** Whether it can be given several times. */
  readonly isMany?: boolean;
}
