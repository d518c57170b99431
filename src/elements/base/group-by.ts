import type { Catalog } from '#contract/api.js';
import { propertyPrefix } from '#contract/property-prefix.js';
import type { PickMessages } from '#i18n/pick/section.js';
import type { Texts } from '#i18n/texts.js';
import { dimensionLabel } from './catalog.js';
import type { Choice } from './choices.js';
import type { DropDown } from './drop-down.js';
import { fieldsOf, hasProperties } from './filter-rules.js';

/** The contract groups by so many fields. */
export const MOST_GROUP_FIELDS = 2;

/** What an answer is grouped by, and what it could be. */
export interface GroupBy {
  /** Tells the picks from the element's other popovers. */
  readonly name: string;
  readonly chosen: readonly string[];
  readonly catalog: Catalog;
  /** The fields that the host lets one choose; default all. */
  readonly fields?: readonly string[] | undefined;
  /** Fields of events that are known beside the catalogue's, as `properties.NAME`. */
  readonly properties?: readonly string[] | undefined;
  /** What is typed into the open list: a property may be one that no list names. */
  readonly query: string;
  readonly texts: Texts<PickMessages>;
  readonly change: (fields: readonly string[]) => void;
}

const NOTHING = '';

/**
 * Drop-downs for up to two fields to group by; the second comes with a first one.
 *
 * @example groupByPicks({ name: 'group', chosen, catalog, query: drops.keys.query, texts, change }).map((pick) => dropDown(pick, drops))
 */
export function groupByPicks(of: GroupBy): DropDown[] {
  const count = Math.min(of.chosen.length + 1, MOST_GROUP_FIELDS);
  return Array.from({ length: count }, (_, index) => groupPick(of, index));
}

function groupPick(of: GroupBy, index: number): DropDown {
  const { name, chosen, catalog, texts, change } = of;
  const field = chosen[index];
  const none = index === 0 ? texts.get('pick.group.nothing') : `${texts.get('pick.group.and')}…`;
  return {
    name: `${name}-${index}`,
    label: texts.get(index === 0 ? 'pick.group' : 'pick.group.and'),
    choices: [{ value: NOTHING, label: texts.get('pick.group.nothing') }, ...fieldChoices(of, index)],
    chosen: [field ?? NOTHING],
    search: { label: texts.get('pick.group.search') },
    none: texts.get('pick.group.none'),
    face: field === undefined ? none : dimensionLabel(catalog, field, texts),
    choose: (next) => change(chosen.toSpliced(index, 1, ...(next === NOTHING ? [] : [next]))),
  };
}

function fieldChoices({ chosen, catalog, fields, properties, query, texts }: GroupBy, index: number): Choice[] {
  const taken = chosen.filter((_, at) => at !== index);
  const known = [...new Set([...fieldsOf(catalog, fields, properties), ...chosen])];
  const typed = propertyPrefix + query.trim();
  const isNew = query.trim() !== '' && hasProperties(catalog, fields) && !known.includes(typed);
  return [...known, ...(isNew ? [typed] : [])]
    .filter((id) => !taken.includes(id))
    .map((id) => ({
      value: id,
      label: dimensionLabel(catalog, id, texts),
      hint: id.startsWith(propertyPrefix) ? texts.get('pick.group.property') : undefined,
    }));
}
