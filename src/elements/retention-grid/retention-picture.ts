import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { RetentionModel } from '#charts/retention.js';
import { keepLast } from '../trend-chart/keep-last.js';
import type * as CurveKit from './curve-kit.js';
import { cellAt, grid, markCells, placeOf, type RetentionValues } from './grid.js';
import { GridCursor } from './grid-cursor.js';
import { legend } from './legend.js';
import type { RetentionTexts, RetentionWords } from './retention-words.js';
import { placeTip, tip } from './tip.js';

/** What is shown. */
export interface RetentionScene {
  readonly model: RetentionModel;
  readonly words: RetentionWords;
  readonly texts: RetentionTexts;
  readonly label: string;
}

/** How the grid is shown. */
export interface GridOptions {
  readonly values: RetentionValues;
  /** Users of all cohorts; nothing where one may be in several. */
  readonly users: number | null;
  /** Nothing where the reader may not choose. */
  readonly choose: ((values: RetentionValues) => void) | undefined;
}

/** The grid, or its curves, and the cell that somebody points at or walks to, with what is told about it. */
export class RetentionPicture implements ReactiveController {
  readonly #host: LitElement;
  readonly #cursor: GridCursor;
  readonly #isMirrored: () => boolean;
  #scene: RetentionScene | undefined;
  /** The pointer runs over hundreds of cells, which say the same all the while. */
  readonly #grid = keepLast(
    (model: RetentionModel, texts: RetentionTexts, label: string, values: RetentionValues, users: number | null) =>
      grid({ model, texts, label, values, users, words: this.#scene!.words }),
  );

  constructor(host: LitElement, isMirrored: () => boolean) {
    this.#host = host;
    this.#isMirrored = isMirrored;
    const size = () => {
      const { rows = [], offsets = [] } = this.#scene?.model ?? {};
      return { rows: rows.length + 1, columns: offsets.length };
    };
    this.#cursor = new GridCursor(host, size, isMirrored);
    host.addController(this);
  }

  /** The cell that is explained. */
  get home() {
    return this.#cursor.home;
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    markCells(renderRoot, this.#cursor.home, this.#cursor.told);
    placeTip(renderRoot);
  }

  /** The cells, and how their colours are read. */
  renderGrid(scene: RetentionScene, { values, users, choose }: GridOptions): TemplateResult {
    this.#scene = scene;
    return html`<div
        class="list"
        part="grid"
        @keydown=${this.#handleKey}
        @focusin=${this.#handleFocus}
        @focusout=${this.#handleLeave}
        @pointerover=${this.#handleOver}
        @pointerleave=${this.#handleLeave}
        @scroll=${() => placeTip(this.#host.renderRoot)}
      >
        ${this.#grid(scene.model, scene.texts, scene.label, values, users)}
      </div>
      ${legend({ ...scene, values, choose })} ${this.#renderTip(scene)}`;
  }

  /** The curves of the average and the cohorts. */
  renderCurve(scene: RetentionScene, kit: typeof CurveKit): TemplateResult {
    this.#scene = scene;
    const cursor = this.#cursor;
    const curve = kit.curve({
      ...scene,
      ...{ told: cursor.told, isByKey: cursor.isByKey, isMirrored: this.#isMirrored() },
      over: (place) => cursor.over(place),
      enter: () => cursor.enter(cursor.home),
      key: this.#handleKey,
    });
    return html`${curve} ${this.#renderTip(scene)}`;
  }

  #renderTip({ words }: RetentionScene): TemplateResult | typeof nothing {
    const { told } = this.#cursor;
    return told ? tip(words.tell(told)) : nothing;
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const next = this.#cursor.key(event);
    if (!next) return;
    const cell = cellAt(this.#host.renderRoot, next);
    // in the curve, the whole drawing has the focus
    if (cell) cell.focus();
    else this.#cursor.enter(next);
  };

  readonly #handleFocus = (event: FocusEvent): void => {
    const place = placeOf(event.target);
    if (place) this.#cursor.enter(place);
  };

  readonly #handleOver = (event: PointerEvent): void => this.#cursor.over(placeOf(event.target));

  readonly #handleLeave = (): void => this.#cursor.over(undefined);
}
