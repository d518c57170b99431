/** How many rows or series an answer has where the question does not say. */
export const DEFAULT_ROWS = 50;

/** How many groups an event report has where the question does not say. */
export const DEFAULT_GROUPS = 12;
