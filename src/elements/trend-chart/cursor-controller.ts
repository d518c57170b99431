import type { ReactiveControllerHost } from 'lit';
import { indexAt, type PlotBox } from '#charts/plot-box.js';

/** What a cursor moves in. */
export interface CursorField {
  /** Number of buckets. */
  readonly count: number;
  /** Whether time runs from right to left, and the arrow keys with it. */
  readonly isMirrored: boolean;
}

/** What a cursor tells its host. */
export interface CursorTold {
  readonly field: () => CursorField | undefined;
  /** Somebody chose the bucket that it stands on. */
  readonly select: (index: number) => void;
}

/** Where a pointer went down in a plot. */
export interface Press {
  readonly pointerId: number;
  readonly clientX: number;
  readonly timeStamp: number;
  /** The bucket there. */
  readonly index: number;
}

/**
 * The point of a chart that is pointed at, by pointer, finger or key. It stays where it is when the numbers are
 * refreshed.
 */
export class CursorController {
  /** The bucket; nothing while nobody points. */
  index: number | null = null;
  /** The plot that is pointed at, where there are several. */
  plot: string | undefined;
  /** Whether a key moved it last: only then is the point read aloud. */
  isByKey = false;
  /** Set while a pointer is down. */
  press: Press | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #told: CursorTold;

  constructor(host: ReactiveControllerHost, told: CursorTold) {
    this.#host = host;
    this.#told = told;
  }

  /** A report of so many buckets is about to be shown; it may have fewer than the one before. */
  keepWithin(count: number): void {
    if (this.index !== null && this.index >= count) this.index = count > 0 ? count - 1 : null;
  }

  /** Stays on its bucket where as many others come before it. */
  shift(count: number): void {
    if (this.index !== null) this.index += count;
  }

  /** A pointer over a plot: its place counts from the edge of the plot's canvas. */
  over(event: PointerEvent, box: PlotBox, plot: string): void {
    const { left } = (event.currentTarget as Element).getBoundingClientRect();
    const index = indexAt(box, event.clientX - left);
    if (event.type === 'pointerdown' && event.button === 0 && event.isPrimary) {
      const { pointerId, clientX, timeStamp } = event;
      this.press = { pointerId, clientX, timeStamp, index };
    } else if (event.buttons === 0) this.release();
    this.#move(index, false, plot);
  }

  /** The pointer is up again, or does something else. */
  release(): void {
    this.press = undefined;
  }

  /** A pointer that leaves; a finger that is lifted leaves its point to be read. */
  readonly leave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.clear();
  };

  /** Takes the cursor away. */
  readonly clear = (): void => {
    this.#move(null, false, undefined);
  };

  /** Chooses the bucket that it stands on. */
  readonly choose = (): void => {
    if (this.index !== null) this.#told.select(this.index);
  };

  /** Stands on the last point when the keyboard arrives. */
  readonly focus = (event: FocusEvent): void => {
    if (!(event.target as Element).matches(':focus-visible')) return;
    const count = this.#told.field()?.count ?? 0;
    if (this.index === null && count > 0) this.#move(count - 1, true, this.plot);
  };

  /** Arrow keys, Home, End, Escape, Enter. Answers whether the key was one of them. */
  key(event: KeyboardEvent): boolean {
    const field = this.#told.field();
    if (!field || field.count === 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Escape' && this.index === null) return false;
    if (event.key === 'Escape') this.clear();
    else if (event.key === 'Enter' || event.key === ' ') this.choose();
    else {
      const next = keyTarget(event.key, this.index ?? field.count - 1, field);
      if (next === undefined) return false;
      this.#move(next, true, this.plot);
    }
    event.preventDefault();
    return true;
  }

  #move(index: number | null, isByKey: boolean, plot: string | undefined): void {
    if (index === this.index && plot === this.plot && isByKey === this.isByKey) return;
    this.index = index;
    this.isByKey = isByKey;
    this.plot = plot;
    this.#host.requestUpdate();
  }
}

function keyTarget(key: string, index: number, { count, isMirrored }: CursorField): number | undefined {
  const forward = isMirrored ? 'ArrowLeft' : 'ArrowRight';
  const back = isMirrored ? 'ArrowRight' : 'ArrowLeft';
  const far = Math.max(1, Math.round(count / 10));
  const target = {
    [forward]: index + 1,
    [back]: index - 1,
    PageDown: index + far,
    PageUp: index - far,
    Home: 0,
    End: count - 1,
  }[key];
  return target === undefined ? undefined : Math.min(count - 1, Math.max(0, target));
}
