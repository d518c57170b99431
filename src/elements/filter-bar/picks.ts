import { html, type TemplateResult } from 'lit';
import type { AppType, CompareKind, Environment, Granularity, NamedRange } from '#contract/api.js';
import { appTypes, compareKinds, environments, namedRanges } from '#contract/vocabulary.js';
import '../base/calendar-icon.js';
import type { DropDown } from '../base/drop-down.js';
import { icon } from '../base/icons.js';
import { granularityChoices } from '../base/granularity-choices.js';
import { waiting } from '../base/waiting.js';
import { type BarView, mostDays, wordOf } from './bar-view.js';
import type { FilterValue } from './filter-value.js';
import { daysOfRange, lengthOf } from './range-days.js';

const CUSTOM = 'custom';
const AUTO = 'auto';
const NONE = 'none';

/** Which types of apps, where a question is about all of them. */
export function typePick({ texts, value, set }: BarView): DropDown<AppType> {
  const chosen = value.appTypes ?? [];
  return {
    name: 'type',
    label: texts.get('filter.type'),
    choices: appTypes.map((type) => ({ value: type, label: wordOf('type', type, { texts }) })),
    chosen,
    isMultiple: true,
    face:
      chosen.length === 0
        ? texts.get('filter.type.all')
        : chosen.length === 1
          ? wordOf('type', chosen[0]!, { texts })
          : texts.get('filter.type.some', { count: chosen.length }),
    choose: (type) => set({ appTypes: toggled(chosen, type) }),
  };
}

/** Which days: a named range, or days of one's own. */
export function rangePick(view: BarView): DropDown {
  const { texts, value, set, openDays } = view;
  const named = namedRanges.filter((range) => lengthOf(range) <= mostDays(view));
  const choices = [...named, CUSTOM].map((range) => ({ value: range, label: wordOf('range', range, { texts }) }));
  return {
    name: 'range',
    label: texts.get('filter.range'),
    choices,
    chosen: value.start ? [CUSTOM] : value.range ? [value.range] : [],
    sign: icon('calendar'),
    face: rangeFace(view),
    choose: (range) => (range === CUSTOM ? openDays('range') : set(rangeChange({ range: range as NamedRange }, view))),
  };
}

/** A change of the range; a granularity that makes no sense in it any more goes. */
export function rangeChange(
  range: Pick<FilterValue, 'range' | 'start' | 'end'>,
  { value, today, catalog }: BarView,
): Partial<FilterValue> {
  const days = daysOfRange(range, today ?? '2000-01-01');
  const fits =
    !days || !value.granularity || granularityChoices(days, catalog?.granularities).includes(value.granularity);
  return { range: undefined, start: undefined, end: undefined, ...range, ...(!fits && { granularity: undefined }) };
}

function rangeFace({ texts, formats, value, today }: BarView): TemplateResult {
  const days = daysOfRange(value, today);
  if (value.start && days) return html`<bdi>${formats.range(days)}</bdi>`;
  if (!value.range) return html`<span class="quiet">${texts.get('filter.range.choose')}</span>`;
  return html`${wordOf('range', value.range, { texts })}
  ${days ? html`<span class="quiet dates"><bdi>${formats.range(days, 'short')}</bdi></span>` : ''}`;
}

/** How long a bucket is; those that make sense in the range. */
export function granularityPick({ texts, value, today, catalog, set }: BarView): DropDown {
  const days = daysOfRange(value, today ?? '2000-01-01') ?? { start: '2000-01-01', end: '2000-01-30' };
  const offered = granularityChoices(days, catalog?.granularities);
  return {
    name: 'granularity',
    label: texts.get('filter.granularity'),
    choices: [AUTO, ...offered].map((one) => ({ value: one, label: wordOf('granularity', one, { texts }) })),
    chosen: [value.granularity ?? AUTO],
    face: wordOf('granularity', value.granularity ?? AUTO, { texts }),
    choose: (one) => set({ granularity: one === AUTO ? undefined : (one as Granularity) }),
  };
}

/** What to compare with. */
export function comparePick({ texts, formats, value, set, openDays }: BarView): DropDown {
  const { compareStart: start, compareEnd: end } = value;
  const chosen = start ? CUSTOM : (value.compare?.[0] ?? NONE);
  const label = (kind: string): string =>
    kind === CUSTOM ? texts.get('filter.range.custom') : wordOf('compare', kind, { texts });
  const name = start && end ? formats.range({ start, end }) : label(chosen);
  return {
    name: 'compare',
    label: texts.get('filter.compare'),
    choices: [NONE, ...preferred, CUSTOM].map((kind) => ({ value: kind, label: label(kind) })),
    chosen: [chosen],
    face:
      chosen === NONE
        ? label(NONE)
        : html`<span class="quiet"
            >${texts.pieces('filter.compare.with', { name: html`<bdi class="ink">${name}</bdi>` })}</span
          >`,
    choose: (kind) => {
      if (kind === CUSTOM) {
        openDays('compare');
        return;
      }
      set({ compare: kind === NONE ? [] : [kind as CompareKind], compareStart: undefined, compareEnd: undefined });
    },
  };
}

/** The period before first: it is what most people compare with. */
const preferred = [...compareKinds].sort((one) => (one === 'previous_period' ? -1 : 0));

/** Which operating systems, of those seen in the data. */
export function osPick(view: BarView): DropDown {
  const { texts, value, systems, set } = view;
  const chosen = value.os ?? [];
  const seen = (systems.answer?.values ?? []).flatMap(({ value: name }) => (name === null ? [] : [String(name)]));
  const names = [...new Set([...seen, ...chosen])];
  return {
    name: 'os',
    label: texts.get('filter.os'),
    choices: names.map((name) => ({ value: name, label: name })),
    chosen,
    isMultiple: true,
    none: waiting(systems, texts) ?? texts.get('filter.os.none'),
    face:
      chosen.length === 0
        ? texts.get('filter.os.all')
        : chosen.length === 1
          ? html`<bdi>${chosen[0]}</bdi>`
          : texts.get('filter.os.some', { count: chosen.length }),
    choose: (name) => set({ os: toggled(chosen, name) }),
  };
}

/** Real users, or tests. */
export function environmentPick({ texts, value, set }: BarView): DropDown<Environment> {
  const environment = value.environment ?? 'production';
  return {
    name: 'environment',
    label: texts.get('filter.environment'),
    choices: environments.map((one) => ({ value: one, label: wordOf('environment', one, { texts }) })),
    chosen: [environment],
    choose: (one) => set({ environment: one }),
  };
}

/** A list with a value put in or taken out; nothing rather than an empty one. */
function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] | undefined {
  const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  return next.length > 0 ? next : undefined;
}
