import { html, nothing, type TemplateResult } from 'lit';
import type { AsOfRule, Catalog, Profile } from '#contract/api.js';
import { noValue } from '#format/parts.js';
import type { ExplainMessages } from '#i18n/explain/section.js';
import type { Texts } from '#i18n/texts.js';
import { profileLabel } from './catalog.js';

/** What a rule is called, and what it says in a profile. */
type Rule = readonly [name: string, value: string];

/** How the back end's other profiles count: of each, the rules in which it differs from the one in force. */
export function otherProfiles(
  inForce: string,
  catalog: Catalog,
  texts: Texts<ExplainMessages>,
): TemplateResult | typeof nothing {
  const own = catalog.profiles.find(({ id }) => id === inForce);
  const others = catalog.profiles.filter(({ id }) => id !== inForce);
  if (!own || others.length === 0) return nothing;
  const ownRules = new Map(rules(own, texts));
  return html`
    <details class="others">
      <summary>${texts.get('explain.others')}</summary>
      ${others.map((profile) => {
        const different = rules(profile, texts).filter(([name, value]) => ownRules.get(name) !== value);
        return html`
          <h4>${profileLabel(catalog, profile.id, texts)}</h4>
          <dl class="facts">
            ${different.map(
              ([name, value]) =>
                html`<dt>${name}</dt>
                  <dd><bdi>${value}</bdi></dd>`,
            )}
          </dl>
        `;
      })}
    </details>
  `;
}

function rules(profile: Profile, texts: Texts<ExplainMessages>): Rule[] {
  const { new_user: newUser, merge_opens_under_seconds: merge, growth, timezone, data_as_of: asOf, live } = profile;
  return [
    [
      texts.get('explain.newUser'),
      newUser.rule === 'first_ever'
        ? texts.get('explain.firstVisit')
        : texts.get('explain.reactivation', { days: String(newUser.days) }),
    ],
    [
      texts.get('explain.merged'),
      merge === null ? texts.get('explain.never') : texts.get('explain.within', { seconds: String(merge) }),
    ],
    [
      texts.get('explain.weekMonth'),
      texts.get(growth.week_month === 'windows' ? 'explain.windows' : 'explain.shifted'),
    ],
    [texts.get('explain.zeroBefore'), growth.zero_previous === 'null' ? noValue : texts.get('explain.divisor')],
    [texts.get('explain.zone'), timezone],
    [texts.get('explain.news'), asOfText(asOf, texts)],
    [texts.get('explain.live'), live ? asOfText(live, texts) : texts.get('explain.never')],
  ];
}

function asOfText(rule: AsOfRule, texts: Texts<ExplainMessages>): string {
  if (rule.rule === 'now') return texts.get('explain.now');
  if (rule.rule === 'last_midnight') return texts.get('explain.midnight');
  return texts.get('explain.floor', { minutes: String(rule.minutes) });
}
