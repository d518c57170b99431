import { html, nothing, type TemplateResult } from 'lit';
import { noValue } from '#format/parts.js';
import { setStyle } from './set-style.js';

/** A number in a table. */
export interface NumberCell {
  /** Name of its column, which labelled rows say at the number. */
  readonly name: string;
  readonly text: unknown;
  /** Of the column; its head says it, and where there is no head the number does. */
  readonly unit: string;
  readonly className: string;
  /** How many digits wide the longest number of the column is. */
  readonly room: number;
  /** What lies behind the number, such as a bar. */
  readonly behind?: unknown;
}

/** The cell of a number: its digits end together in either direction, and stand under those of the row above. */
export function numberCell({ name, text, unit, className, room, behind = nothing }: NumberCell): TemplateResult {
  return html`<td role="cell" class=${className}>
    ${behind}
    <span class="label">${name}</span>
    <bdi class="value" ${setStyle({ '--room': `${room}ch` })}
      >${text}${unit && text !== noValue ? unitOf(unit) : nothing}</bdi
    >
  </td>`;
}

/** How many digits wide the longest of some numbers is; signs between digits are about half as wide. */
export function roomOf(texts: readonly string[]): number {
  const width = (text: string): number => text.length - text.replace(/\d/g, '').length / 2;
  return Math.max(0, ...texts.map(width));
}

const unitOf = (text: string): TemplateResult =>
  html`<span class=${text === '%' ? 'unit close' : 'unit'}>${text}</span>`;
