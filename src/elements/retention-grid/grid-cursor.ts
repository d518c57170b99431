import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A cell: row 0 is the average, the cohorts follow. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns there are. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where somebody is in a grid. The cell that the Tab key reaches stays where it was left; the one that is told about is
 * the one under the pointer, or the focused one.
 */
export class GridCursor implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #size: () => GridSize;
  readonly #isMirrored: () => boolean;
  #home: Place = { row: 0, column: 0 };
  #told: Place | undefined;
  #isByKey = false;

  constructor(host: ReactiveControllerHost, size: () => GridSize, isMirrored: () => boolean) {
    this.#host = host;
    this.#size = size;
    this.#isMirrored = isMirrored;
    host.addController(this);
  }

  /** The cell that the Tab key reaches. */
  get home(): Place {
    return within(this.#home, this.#size());
  }

  /** The cell that is told about; nothing while nobody points. */
  get told(): Place | undefined {
    return this.#told && within(this.#told, this.#size());
  }

  /** Whether a key moved it last: only then is it read aloud. */
  get isByKey(): boolean {
    return this.#isByKey;
  }

  /** Somebody points at a cell, or at none. */
  over(place: Place | undefined): void {
    if (place?.row === this.#told?.row && place?.column === this.#told?.column) return;
    this.#told = place;
    this.#isByKey = false;
    this.#host.requestUpdate();
  }

  /** The focus has come to a cell. */
  enter(place: Place): void {
    this.#home = place;
    this.#told = place;
    this.#isByKey = true;
    this.#host.requestUpdate();
  }

  /** Arrow keys, Home, End (with Ctrl to the corners), Escape. Answers the cell to go to. */
  key(event: KeyboardEvent): Place | undefined {
    if (event.key === 'Escape') this.over(undefined);
    if (event.altKey || event.metaKey) return undefined;
    const next = target(event, this.home, this.#size(), this.#isMirrored());
    if (next) event.preventDefault();
    return next;
  }

  hostDisconnected(): void {
    this.#told = undefined;
  }
}

function target({ key, ctrlKey }: KeyboardEvent, from: Place, size: GridSize, isMirrored: boolean): Place | undefined {
  const { row, column } = from;
  const to: Readonly<Record<string, Place>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    [isMirrored ? 'ArrowLeft' : 'ArrowRight']: { row, column: column + 1 },
    [isMirrored ? 'ArrowRight' : 'ArrowLeft']: { row, column: column - 1 },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? Infinity : row, column: Infinity },
  };
  const next = to[key];
  return next && within(next, size);
}

function within({ row, column }: Place, { rows, columns }: GridSize): Place {
  const held = (at: number, count: number): number => Math.max(0, Math.min(at, count - 1));
  return { row: held(row, rows), column: held(column, columns) };
}
