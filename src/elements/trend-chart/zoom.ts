import { html, nothing, type TemplateResult } from 'lit';
import type { Bucket, Range, TrendReport } from '#contract/api.js';
import { cutTrend, rangeOf } from '#charts/cut-trend.js';
import type { PlacedPlot } from '#charts/trend-layout.js';
import type { TrendZoomMessages } from '#i18n/trend-zoom/section.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { CursorController } from './cursor-controller.js';
import { keepLast } from './keep-last.js';
import { mark, type Marked } from './mark.js';
import type { StageHost } from './stage-input.js';
import type { Scene, TrendTexts } from './trend-scene.js';
import { ZoomChangeEvent } from './zoom-event.js';

/** A pointer that moves less than this is clicking. */
const CLICK_PX = 6;
/** A finger that rests this long before it moves marks a stretch; one that moves at once reads the points. */
const HOLD_MS = 350;

/**
 * The stretch of a trend that its reader looks at. It is marked by dragging across the plot, or with Shift and the arrow
 * keys; it stays while numbers are refreshed, and goes when another range or another length of buckets is asked for.
 */
export class Zoom {
  readonly #host: StageHost;
  readonly #cursor: CursorController;
  readonly #cut = keepLast(cutTrend);
  /** The stretch, and the time asked about in which it was chosen. */
  #held: { readonly range: Range; readonly within: string } | undefined;
  /** The buckets between which a stretch is being marked. */
  #mark: (Marked & { readonly isByKey: boolean }) | undefined;
  #said: 'mark' | 'in' | 'out' | undefined;
  #within = '';
  #buckets: readonly Bucket[] = [];
  #from = 0;
  #isDragged = false;

  constructor(host: StageHost, cursor: CursorController) {
    this.#host = host;
    this.#cursor = cursor;
  }

  /** Whether a stretch is being marked. */
  get isMarking(): boolean {
    return this.#mark !== undefined;
  }

  /** The part of a report that is looked at: all of it, as a rule. `within` names the time that was asked about. */
  cut(report: TrendReport, within: string): TrendReport {
    const cut = this.#held?.within === within ? this.#cut(report, this.#held.range) : undefined;
    if (!cut) this.#held = undefined;
    this.#within = within;
    this.#from = cut?.from ?? 0;
    this.#buckets = (cut?.report ?? report).buckets;
    if (this.#mark && Math.max(this.#mark.anchor, this.#mark.head) >= this.#buckets.length) this.#mark = undefined;
    return cut?.report ?? report;
  }

  /** A pointer has moved the cursor. */
  over({ pointerId, pointerType, clientX, timeStamp, currentTarget }: PointerEvent): void {
    const { press, index } = this.#cursor;
    this.#said = undefined;
    if (!press || index === null) return;
    if (press.pointerId !== pointerId) {
      this.drop();
      return;
    }
    if (!this.#mark) {
      if (Math.abs(clientX - press.clientX) < CLICK_PX) return;
      if (pointerType === 'touch' && timeStamp - press.timeStamp < HOLD_MS) {
        this.#cursor.release();
        return;
      }
      (currentTarget as Element).setPointerCapture(pointerId);
      this.#isDragged = true;
    }
    this.#marks(press.index, index, false);
  }

  /** The pointer is lifted. */
  up(): void {
    this.#cursor.release();
    if (this.#mark && !this.#mark.isByKey) this.#enter();
  }

  /** Takes the mark away. */
  drop(): void {
    this.#cursor.release();
    if (!this.#mark) return;
    this.#mark = undefined;
    this.#host.requestUpdate();
  }

  /** Whether a click was the end of a drag. Asked once. */
  tookClick(): boolean {
    const isDragged = this.#isDragged;
    this.#isDragged = false;
    return isDragged;
  }

  /** Shift and a key that moves, Enter, Escape. Answers whether the key was one of them. */
  key(event: KeyboardEvent): boolean {
    const before = this.#cursor.index ?? this.#buckets.length - 1;
    const anchor = this.#mark?.anchor ?? before;
    this.#said = undefined;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Escape' && this.#mark) this.drop();
    else if (event.key === 'Escape' && this.#held) this.#leave();
    else if (event.key === 'Enter' && this.#mark) this.#enter();
    else if (!event.shiftKey) {
      this.drop();
      return false;
    } else if (event.key === 'Enter' || event.key === ' ' || !this.#cursor.key(event)) return false;
    else this.#marks(anchor, this.#cursor.index ?? anchor, true);
    event.preventDefault();
    return true;
  }

  /** The mark over the canvases that are pointed at together. */
  renderMark(plots: readonly PlacedPlot[], isPointed: boolean, { writer }: Scene): TemplateResult | typeof nothing {
    const range = this.#marked;
    if (!this.#mark || !range) return nothing;
    return mark(plots, this.#mark, isPointed ? writer.range(range) : undefined);
  }

  /** The way back, while a stretch is looked at; beside it which one, where no line is named by it. */
  renderBack({ model, writer }: Scene, texts: TrendTexts): TemplateResult | undefined {
    if (!this.#held) return undefined;
    const label = wordsOf(texts).get('zoom.whole');
    const range = model.lines.length > 1 ? model.report.meta.range : undefined;
    return html`<button type="button" class="button zoom-out" title=${label} @click=${() => this.#leave()}>
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.3" />
          <path d="m10.3 10.3 3.2 3.2M5.2 7h3.6" /></svg
        ><span>${label}</span></button
      >${range ? html`<bdi class="stretch">${writer.range(range)}</bdi>` : nothing}`;
  }

  /** What has just been done, in words; nothing where the point says more. */
  reading({ model, writer }: Scene, texts: TrendTexts): string | undefined {
    const range = this.#said === 'mark' ? this.#marked : model.report.meta.range;
    if (!this.#said || !range) return undefined;
    const key = ({ mark: 'zoom.marked', in: 'zoom.in', out: 'zoom.out' } as const)[this.#said];
    return wordsOf(texts).get(key, { range: writer.range(range) });
  }

  get #ends(): { readonly from: number; readonly to: number } | undefined {
    if (!this.#mark) return undefined;
    const { anchor, head } = this.#mark;
    return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
  }

  get #marked(): Range | undefined {
    const { from, to } = this.#ends ?? { from: 0, to: -1 };
    return rangeOf(this.#buckets.slice(from, to + 1));
  }

  #marks(anchor: number, head: number, isByKey: boolean): void {
    this.#mark = { anchor, head, isByKey };
    this.#said = isByKey ? 'mark' : undefined;
    this.#host.requestUpdate();
  }

  /** Looks at what is marked; one point, or all of them, are no stretch. */
  #enter(): void {
    const [ends, range, isByKey] = [this.#ends, this.#marked, this.#mark?.isByKey];
    this.drop();
    if (!ends || !range || ends.from === ends.to || ends.to - ends.from === this.#buckets.length - 1) return;
    if (!this.#host.dispatchEvent(new ZoomChangeEvent(range))) return;
    this.#held = { range, within: this.#within };
    this.#said = 'in';
    if (isByKey) this.#cursor.shift(-ends.from);
    else this.#cursor.clear();
    this.#host.requestUpdate();
  }

  /** Back to the whole range, the focus on the chart. */
  #leave(): void {
    if (!this.#host.dispatchEvent(new ZoomChangeEvent(null))) return;
    this.#held = undefined;
    this.#said = 'out';
    this.#cursor.shift(this.#from);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>('.field')?.focus());
  }
}

/** Its own texts have come with the kit. */
function wordsOf(texts: TrendTexts): WidgetTexts<TrendZoomMessages> {
  return texts;
}
