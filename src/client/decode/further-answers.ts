import type { App, AppList, CollectOutcome, DaysReport, Me, ValuesReport } from '#contract/api.js';
import { list, nullable, object, optional } from './check.js';
import { anything, count, day, instant, number, text, zone } from './words.js';

// Loaded when one of them is first asked: a card asks none.

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
  recorded: optional(count),
  rejections: list(object({ row: number, reason: text })),
});
