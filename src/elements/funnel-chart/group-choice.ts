import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog } from '#contract/api.js';
import { type FunnelGroupRows, type FunnelModel, type GroupKey, keyText } from '#charts/funnel.js';
import type { Formats } from '#format/formats.js';
import { dropDown } from '../base/drop-down.js';
import type { DropDownController } from '../base/drop-down-controller.js';
import { fieldsText, type FunnelTexts, groupName, MOST_GROUPS, type ShownGroup, USUAL_GROUPS } from './funnel-view.js';

/** What groups are named with. */
export interface GroupNaming {
  readonly fields: readonly string[];
  readonly catalog: Catalog;
  readonly texts: FunnelTexts;
}

/** The groups to draw: those that somebody chose, as far as the answer has them, else the first. */
export function groupsToShow(
  { groups }: FunnelModel,
  chosen: readonly string[] | undefined,
): readonly FunnelGroupRows[] {
  const found = groups.filter(({ key }) => chosen?.includes(keyText(key)));
  return found.length > 0 ? found.slice(0, MOST_GROUPS) : groups.slice(0, USUAL_GROUPS);
}

/** The choice after somebody turned one group on or off; the last one stays, and no more are drawn than have a colour. */
export function turnedGroups(shown: readonly FunnelGroupRows[], key: string): readonly string[] {
  const keys = shown.map((group) => keyText(group.key));
  const without = keys.filter((one) => one !== key);
  if (without.length < keys.length) return without.length > 0 ? without : keys;
  return keys.length < MOST_GROUPS ? [...keys, key] : keys;
}

/** Groups with their names and colours. */
export function named(groups: readonly FunnelGroupRows[], naming: GroupNaming): readonly ShownGroup[] {
  return groups.map(({ key, rows }, index) => ({ name: nameOfGroup(key, naming), colour: index + 1, rows }));
}

/** What a group is called. */
export function nameOfGroup(key: GroupKey, { fields, catalog, texts }: GroupNaming): string {
  return groupName(key, fields, catalog, texts);
}

/** The button that lets one choose groups, where there are several. */
export function groupPick(
  { groups }: FunnelModel,
  shown: readonly FunnelGroupRows[],
  naming: GroupNaming,
  formats: Formats,
  drops: DropDownController,
  turn: (key: string) => void,
): TemplateResult | typeof nothing {
  if (groups.length < 2) return nothing;
  const { texts, catalog, fields } = naming;
  return html`<div class="switches">
    ${dropDown(
      {
        name: 'groups',
        label: texts.get('funnel.groups', { fields: fieldsText(fields, catalog, texts) }),
        face: texts.get('funnel.groupsOf', { count: groups.length, shown: formats.count(shown.length) }),
        isMultiple: true,
        choices: groups.map(({ key, rows }) => ({
          value: keyText(key),
          label: nameOfGroup(key, naming),
          hint: rows[0]?.users == null ? undefined : formats.count(rows[0].users),
        })),
        chosen: shown.map(({ key }) => keyText(key)),
        search: groups.length > MOST_GROUPS ? { label: texts.get('funnel.findGroup') } : undefined,
        none: texts.get('funnel.noGroup'),
        choose: turn,
      },
      drops,
    )}
  </div>`;
}

/** What the colours mean, with how many of each group come through. */
export function groupLegend(groups: readonly ShownGroup[], label: string, formats: Formats): TemplateResult {
  return html`<ul class="legend" aria-label=${label}>
    ${groups.map(({ name, colour, rows }) => {
      const { rate = null } = rows.at(-1) ?? {};
      return html`<li class="series-${colour}">
        <i class="key"></i><bdi class="who" title=${name}>${name}</bdi
        ><span class="muted"><bdi>${formats.share(rate)}</bdi></span>
      </li>`;
    })}
  </ul>`;
}
