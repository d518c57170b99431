import type { ReportName, ReportShapes } from '#contract/api.js';
import type { Check } from './check.js';
import { summary, trend } from './reports.js';

const further = () => import('./further-reports.js');

/** The check of each report's answer; those that not every widget asks are loaded with the first question. */
export const reportChecks: { [Name in ReportName]: () => Promised<Check<ReportShapes[Name]['report']>> } = {
  summary: () => summary,
  trend: () => trend,
  breakdown: async () => (await further()).breakdown,
  distribution: async () => (await further()).distribution,
  retention: async () => (await further()).retention,
  funnel: async () => (await further()).funnel,
  funnel_next: async () => (await further()).funnelNext,
  event: async () => (await further()).event,
};

/** A value, now or later. */
export type Promised<T> = T | Promise<T>;
