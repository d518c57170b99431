import type { Profile } from '#contract/api.js';
import { parseInstant } from '#time/instant.js';
import { asOf as asOfRule } from '#time/as-of.js';
import { zone as zoneOf } from '#time/zone.js';
import { quoted } from '../../ask/exchange.js';
import type { AskingRule } from '../../rule.js';
import { metricsOf, settingsOf } from '../../subject/subject.js';
import { asked, joined, unless } from '../findings.js';

/** An answer says what was computed. */
export const metaSays: AskingRule = {
  id: 'meta.what-was-computed',
  sentence:
    'The meta of an answer names the scope, range, zone, granularity, filters, environment and profile that it was computed for.',
  check: (subject) =>
    joined(settingsOf(subject), async ({ scope, query, profile }) => {
      const filters = [{ field: 'os_name', operator: 'set' as const }];
      const hasField = subject.catalog.dimensions.some(({ id }) => id === 'os_name');
      const question = {
        ...{ ...query, metrics: metricsOf(subject, 'trend', scope).slice(0, 1), granularity: 'day' as const },
        ...{ environment: 'non_production' as const, filters: hasField ? filters : [] },
      };
      const { meta } = await subject.source.trend(scope, question);
      const { start, end, timezone } = query;
      const wanted: Record<string, unknown> = {
        ...{ scope, timezone, granularity: 'day', environment: 'non_production', profile: profile.id },
        'range.start': start,
        'range.end': end,
        'filters.length': question.filters.length,
      };
      const came: Record<string, unknown> = {
        ...meta,
        'range.start': meta.range?.start,
        'range.end': meta.range?.end,
        'filters.length': meta.filters.length,
      };
      return Object.entries(wanted).flatMap(([name, value]) =>
        unless(
          came[name] === value,
          [asked('trend', scope, question)],
          `${name}: ${quoted(came[name])}`,
          quoted(value),
        ),
      );
    }),
};

/** Data is as of when the profile says. */
export const dataAsOf: AskingRule = {
  id: 'meta.data-as-of',
  sentence:
    'data_as_of is what the profile makes of now, in its zone: now, the last midnight, or now floored to so many minutes; next_refresh_at lies after it.',
  check: (subject) =>
    joined(settingsOf(subject), async ({ scope, query, profile }) => {
      const question = { ...query, metrics: metricsOf(subject, 'summary', scope).slice(0, 1) };
      const { meta } = await subject.source.summary(scope, question);
      const at = parseInstant(meta.data_as_of) ?? NaN;
      const next = meta.next_refresh_at === null ? Infinity : (parseInstant(meta.next_refresh_at) ?? NaN);
      const questions = [asked('summary', scope, question)];
      return [
        ...unless(
          floored(profile, at) === at,
          questions,
          meta.data_as_of,
          `an instant of the rule ${quoted(profile.data_as_of)} in ${profile.timezone}`,
        ),
        ...unless(
          next > at,
          questions,
          `next_refresh_at ${meta.next_refresh_at ?? 'null'}`,
          `after ${meta.data_as_of}`,
        ),
      ];
    }),
};

/** The rule applied to its own outcome changes nothing. */
function floored({ timezone, data_as_of: rule }: Profile, at: number): number {
  return asOfRule(zoneOf(timezone), rule, at).asOf;
}
