/** Cards in a row of a sheet that is wide (from 900 px), medium (from 480 px) or narrow. */
export interface CardColumns {
  readonly wide: number;
  readonly medium: number;
  readonly narrow: number;
}

/** How many cards stand in a row: all where they fit, else rows of much the same length. */
export function cardColumns(count: number): CardColumns {
  const rows = Math.ceil(count / 7);
  return {
    wide: Math.max(1, Math.ceil(count / rows)),
    medium: count === 4 ? 2 : Math.min(3, Math.max(1, count)),
    narrow: Math.min(2, Math.max(1, count)),
  };
}

/**
 * Where a card stands, by the width of the sheet: first in its row, where it keeps to the sheet's padding, or in the last
 * row, where it opens into the chart below.
 */
export function placeClasses(index: number, count: number, columns: CardColumns): string {
  const row = (of: number, perRow: number): number => Math.floor(of / perRow);
  return Object.entries(columns)
    .flatMap(([width, perRow]: [string, number]) => [
      ...(index % perRow === 0 ? [`first-${width}`] : []),
      ...(row(index, perRow) === row(count - 1, perRow) ? [`last-${width}`] : []),
    ])
    .join(' ');
}

/** Where a key leads from a card; nothing where it leads nowhere. */
export function cardAt(
  key: string,
  index: number,
  count: number,
  perRow: number,
  isMirrored: boolean,
): number | undefined {
  const on = isMirrored ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowRight: (index + on + count) % count,
    ArrowLeft: (index - on + count) % count,
    ArrowDown: index + perRow,
    ArrowUp: index - perRow,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined || to < 0 || to >= count ? undefined : to;
}
