import { dimensions } from '#contract/dimensions.js';
import { eventFields } from '#contract/event-fields.js';
import { reservedEvents } from '#contract/events.js';
import { metricDescriptions } from '#contract/metric-descriptions.js';
import { metrics } from '#contract/metrics.js';
import { profiles } from '#contract/profiles.js';
import { table } from './table.js';

/** @typedef {import('#contract/api.js').Formula} Formula */

/** The page of metrics, dimensions, profiles and event fields, from the catalogue. */
export function metricsPage() {
  const groups = [...new Set(metrics.map(({ group }) => group))];
  return [
    '# Metrics',
    'What every number means. Made from the catalogue in [`src/contract`](../../src/contract/README.md), which widgets, engine and API read too. A quotient whose divisor is 0 is `null`.',
    ...groups.flatMap((group) => [`## ${group[0]?.toUpperCase() ?? ''}${group.slice(1)}`, metricTable(group)]),
    '## Dimensions',
    'Open dimensions take the first value that an event of the open carries, and every event takes its open’s value.',
    table(
      ['dimension', 'label', 'belongs to', 'type'],
      dimensions.map(({ id, label, kind, type }) => [`\`${id}\``, names(label), kind, type]),
    ),
    '## Definition profiles',
    'Where the consoles that people know disagree, a profile says which rule holds. A host can add its own.',
    profileTable(),
    '## Fields of a raw event',
    `Reserved events: ${reservedEvents.map((name) => `\`${name}\``).join(', ')}. Everything else is custom.`,
    table(
      ['field', 'type', 'label'],
      eventFields.map(({ name, type, label, required }) => [
        `\`${name}\`${required ? ' (required)' : ''}`,
        type,
        names(label),
      ]),
    ),
    '',
  ].join('\n\n');
}

/** @param {string} group */
function metricTable(group) {
  const rows = metrics.filter((row) => row.group === group);
  return table(
    ['id', 'label', 'meaning', 'unit', 'adds up', 'formula'],
    rows.map((row) => [
      `\`${row.id}\``,
      names(row.label),
      metricDescriptions[row.id]?.en ?? '',
      row.unit,
      row.adds_up === 'first_ever' ? 'where new means first ever' : row.adds_up,
      row.formula ? `\`${written(row.formula)}\`` : '',
    ]),
  );
}

function profileTable() {
  return table(
    [
      'profile',
      'new user',
      'opens merged under',
      'base 0 in growth',
      'week, month growth',
      'zone',
      'data as of',
      'live',
    ],
    profiles.map((profile) => [
      `\`${profile.id}\``,
      profile.new_user.rule === 'first_ever'
        ? 'first visit ever'
        : `first visit, or after ${profile.new_user.days} days without one`,
      profile.merge_opens_under_seconds === null ? '–' : `${profile.merge_opens_under_seconds} s`,
      profile.growth.zero_previous === 'null' ? '`null`' : 'divisor 1',
      profile.growth.week_month,
      profile.timezone,
      asOf(profile.data_as_of),
      profile.live ? asOf(profile.live) : 'not available',
    ]),
  );
}

/** @param {import('#contract/api.js').AsOfRule} rule */
function asOf(rule) {
  if (rule.rule === 'now') return 'now';
  return rule.rule === 'floor' ? `now, floored to ${rule.minutes} min` : 'last midnight';
}

/** @param {import('#contract/api.js').Text} label */
function names(label) {
  return [label.en, label['zh-CN']].filter(Boolean).join(' · ');
}

/**
 * @param {Formula} formula
 * @returns {string}
 */
function written(formula) {
  if (typeof formula === 'string') return formula;
  if ('divide' in formula) return formula.divide.map(written).join(' / ');
  return 'add' in formula ? formula.add.map(written).join(' + ') : formula.subtract.map(written).join(' − ');
}
