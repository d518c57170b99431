import {
  type App,
  type AppList,
  type Catalog,
  type CollectOutcome,
  type DaysReport,
  type Formula,
  type Me,
  type MetricDefinition,
  type Profile,
  type Text,
  type ValuesReport,
} from '#contract/api.js';
import { type Check, list, nullable, object, of, optional, record } from './check.js';
import { anything, count, day, flag, instant, number, text, zone } from './words.js';

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
});

const optionalInstant = optional(nullable(instant));
const optionalText = optional(nullable(text));

/** The check of `GET /v1/apps`. */
export const appList = object<AppList>({
  apps: list(
    object<App>({
      id: text,
      name: text,
      type: text,
      status: text,
      icon: optionalText,
      team: optionalText,
      created_at: optionalInstant,
      available_from: optionalInstant,
      available_to: optionalInstant,
    }),
  ),
});

/** The check of `GET /v1/me`. */
export const me = object<Me>({ name: optionalText, roles: list(text), permissions: list(text) });

/** The check of `GET {scope}/values`. */
export const valuesReport = object<ValuesReport>({
  field: text,
  type: optional(text),
  values: list(object({ value: anything, label: optional(text), count })),
});

/** The check of `GET {scope}/days`. */
export const daysReport = object<DaysReport>({ timezone: zone, days: list(day), data_as_of: instant });

/** The check of `POST …/events:collect`. */
export const collectOutcome = object<CollectOutcome>({
  accepted: count,
  duplicate: count,
  rejected: count,
  dropped: optional(count),
  rejections: list(object({ row: number, reason: text })),
});
