import type { Limits } from './api.js';
import { maxFunnelSteps } from './funnel-rules.js';

/** The limits of metrics.md, section 4; a back end states its own in its catalogue. */
export const defaultLimits: Limits = {
  max_days: 90,
  max_weeks: 53,
  max_months: 24,
  max_minute_hours: 48,
  max_analysis_days: 366,
  max_rows: 1000,
  max_batch: 32,
  max_funnel_steps: maxFunnelSteps,
  max_body_bytes: 1_000_000,
  max_collect_bytes: 256_000_000,
};
