import { html, nothing, svg, type TemplateResult } from 'lit';
import type { TrendReport } from '#contract/api.js';
import { setStyle } from '../base/set-style.js';

/** A point of a sparkline, both ways from 0 to 100; `y` runs downwards. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a sparkline draws. */
export interface Spark {
  /** Unbroken stretches; a missing value ends one. */
  readonly stretches: readonly (readonly Point[])[];
  /** The way to the running bucket, dashed. */
  readonly running: readonly [Point, Point] | undefined;
  /** The last point that has a value. */
  readonly end: Point | undefined;
  readonly low: number;
  readonly high: number;
}

/** The shape of a metric's history; nothing where there is no value to draw. */
export function spark(report: TrendReport, metric: string): Spark | undefined {
  const series = report.series.find((one) => one.metric === metric);
  const values = series?.values ?? [];
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return undefined;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const last = values.findLastIndex((value) => value !== null);
  const count = report.buckets.length;
  const points = values.map((value, index) =>
    value === null ? null : { x: round(count > 1 ? (index / (count - 1)) * 100 : 50), y: height(value, low, high) },
  );
  const before = points[last - 1];
  const end = points[last] ?? undefined;
  const running = report.buckets[last]?.state === 'running' && before && end ? ([before, end] as const) : undefined;
  return { stretches: stretches(running ? points.slice(0, last) : points), running, end, low, high };
}

/** The drawing. Scaled to its box without thickening the line; the end dot is an element, so that it stays round. */
export function sparkline(of: Spark, label: string): TemplateResult {
  const { end, running } = of;
  return html`
    <div class="spark" role="img" aria-label=${label} title=${label}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        ${of.stretches.map((points) => svg`<path d=${path(points)} />`)}
        ${running ? svg`<path class="running" d=${path(running)} />` : nothing}
      </svg>
      ${
        end
          ? html`<i
              class="end ${running ? 'open' : ''}"
              ${setStyle({ 'inset-inline-start': `${end.x}%`, 'inset-block-start': `${end.y}%` })}
            ></i>`
          : nothing
      }
    </div>
  `;
}

function stretches(points: readonly (Point | null)[]): Point[][] {
  const found: Point[][] = [];
  let open: Point[] | undefined;
  for (const point of points) {
    if (!point) open = undefined;
    else if (open) open.push(point);
    else found.push((open = [point]));
  }
  return found;
}

/** All equal: a line half-way up; all zero: a line on the ground. */
function height(value: number, low: number, high: number): number {
  if (low === high) return value === 0 ? 100 : 50;
  return round(100 - ((value - low) / (high - low)) * 100);
}

function path(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  // a lone point is drawn as a line of no length, whose round caps are a dot
  const on = rest.length ? rest : [first];
  return `M${first.x} ${first.y}${on.map(({ x, y }) => `L${x} ${y}`).join('')}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
