import type { Catalog, Formula, MetricDefinition, Profile, Text } from '#contract/api.js';
import { type Check, list, nullable, object, of, optional, record } from './check.js';
import { anything, flag, number, text, zone } from './words.js';

const label = object<{ en: string }>({ en: text }) as Check<Text>;
const formula: Check<Formula> = of(
  'a metric id or an operation',
  (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
);

const metric = object<MetricDefinition>({
  id: text,
  group: text,
  label,
  description: label,
  unit: text,
  formula: optional(formula),
  identity: optional(formula),
  adds_up: text,
  better: text,
  shares: optional(flag),
  reports: list(text),
  scopes: optional(list(text)),
});

const profile = object<Profile>({
  id: text,
  label,
  new_user: anything,
  session_timeout_seconds: number,
  merge_opens_under_seconds: nullable(number),
  growth: anything,
  timezone: zone,
  data_as_of: anything,
  live: anything,
  week_start: text,
});

/** The check of `GET /v1/catalog`. */
export const catalog = object<Catalog>({
  metrics: list(metric),
  dimensions: list(object({ id: text, kind: text, type: text, label })),
  event_fields: list(object({ name: text, type: text, label, required: optional(flag) })),
  sources: list(object({ key: text, label, scenes: list(number) })),
  profiles: list(profile),
  default_profile: text,
  default_timezone: zone,
  reports: list(text),
  granularities: list(text),
  limits: record(number) as Check<Catalog['limits']>,
  batches: flag,
  collects: flag,
  defines: optional(flag),
});
