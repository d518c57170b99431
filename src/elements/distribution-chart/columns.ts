import { html, nothing, type TemplateResult } from 'lit';
import type { RankRow } from '#charts/rank.js';
import { setStyle } from '../base/set-style.js';

/** Columns as they are written. */
export interface Columns {
  /** The parts, without the total. */
  readonly rows: readonly RankRow[];
  readonly nameOf: (row: RankRow) => string;
  readonly share: (row: RankRow) => string;
  readonly count: (row: RankRow) => string;
  /** Nothing where nothing is compared. */
  readonly change: ((row: RankRow) => TemplateResult) | undefined;
}

/** Heights of a skeleton, like those of most distributions. */
const bones = [0.6, 0.45, 0.7, 1, 0.8, 0.75, 0.6, 0.4];

/** Parts as columns: shares above, classes and counts below. For the eye; the table beside it says the same. */
export function columns({ rows, nameOf, share, count, change }: Columns): TemplateResult {
  return html`<div class="columns" aria-hidden="true">
    ${rows.map((row) => {
      const { length, lengthBefore: before, kind } = row;
      const name = nameOf(row);
      const top = Math.max(length ?? 0, before ?? 0);
      return html`<div class="column ${kind}" title="${name}: ${count(row)} (${share(row)})">
        <div class="shaft">
          <b ${setStyle({ '--at': top })}><bdi>${share(row)}</bdi></b>
          ${length ? html`<i class="ink" ${setStyle({ '--at': length })}></i>` : nothing}
          ${before ? html`<i class="was" ${setStyle({ '--at': before })}></i>` : nothing}
        </div>
        <span class="class"><bdi dir=${row.span ? 'ltr' : 'auto'}>${name}</bdi></span>
        <span class="count"><bdi>${count(row)}</bdi></span>
        ${change ? html`<span class="count">${change(row)}</span>` : nothing}
      </div>`;
    })}
  </div>`;
}

/** The skeleton: columns of bone. */
export function columnBones(hasChange: boolean): TemplateResult {
  return html`<div class="columns" aria-hidden="true">
    ${bones.map(
      (at) =>
        html`<div class="column bones">
          <div class="shaft"><i class="ink" ${setStyle({ '--at': at })}></i></div>
          <span class="class"><i class="bone"></i></span>
          <span class="count"></span>
          ${hasChange ? html`<span class="count"></span>` : nothing}
        </div>`,
    )}
  </div>`;
}
