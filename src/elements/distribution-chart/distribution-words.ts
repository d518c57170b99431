import type { DistributionOf } from '#contract/api.js';

/** What the back end cuts into classes; anything else is a dimension. */
export const classed = ['visit_duration', 'visit_depth', 'opens_per_user'] as const satisfies readonly DistributionOf[];

/** How parts can be drawn. */
export const layouts = ['bars', 'rows', 'doughnut'] as const;

/** A way to draw parts. */
export type Layout = (typeof layouts)[number];

/** Whether the back end cuts it into classes. */
export const isClassed = (of: string): of is DistributionOf => classed.some((one) => one === of);

/** A host's word for a layout. Classes are columns unless told, names of values are rows: they are read, not counted. */
export const toLayout = (word: string | undefined, of: string): Layout =>
  layouts.find((layout) => layout === word) ?? (isClassed(of) ? 'bars' : 'rows');
