import { css, unsafeCSS } from 'lit';
import { instrument } from './instrument.js';

/** The looks that ship. */
export const themeNames = ['porcelain', 'instrument'] as const;

/** Name of a look. */
export type ThemeName = (typeof themeNames)[number];

const declarations = (values: readonly (readonly [name: string, value: string])[]) =>
  unsafeCSS(values.map(([name, value]) => `--ma-theme-${name}: ${value};`).join(''));

/**
 * What `theme` on a scope or a widget means; loaded where one is named. A theme only sets what stands behind the seeds
 * (`--ma-theme-…`), so that a seed that a vendor sets, on whichever ancestor, is stronger than any theme.
 */
export const themes = css`
  :host([theme='porcelain']) {
    ${declarations(Object.keys(instrument).map((name) => [name, 'initial']))}
  }
  :host([theme='instrument']) {
    ${declarations(Object.entries(instrument))}
  }
`;
