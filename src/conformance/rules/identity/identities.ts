import { IdentityAsker, type AskedQuestion } from '#contract/identities/asker.js';
import { identities } from '#contract/identities/broken-identities.js';
import type { Identity } from '#contract/identities/identity.js';
import type { AskingRule, Finding } from '../../rule.js';
import { settingsInTurn, settingsOf, type Setting, type Subject } from '../../subject/subject.js';
import { asked, joined } from '../findings.js';

/** The identities in whole sentences. */
const sentences: Readonly<Record<string, string>> = {
  parts_of_active:
    'Where a user is new once: active users are the new ones, the retained that are not new and those who come back',
  users_of_days:
    'The users of a range are at least those of its busiest day and at most those of all its days together',
  opens_by_source: 'Opens by source, with the rest of the list, add up to the opens',
  opens_by_duration: 'Opens by duration add up to the opens, and so says their total',
  opens_by_depth: 'Opens by depth add up to the opens, and so says their total',
  entries_and_exits: 'Over a range that holds all data, entries and exits are the opens with a page view',
  funnel_falls: 'Users never rise from step to step of a funnel',
  next_of_funnel: 'Those whose chain ends at a step have ended, or their next event is one of those that are listed',
  retained_of_cohort: 'No more users of a cohort come back than there are in it',
  cohort_of_trend: 'The cohort of a day is as large as the trend says of that day',
};

/** Those that profiles answer in different ways: asked of each scope under each profile. */
const ofProfiles = ['parts_of_active', 'cohort_of_trend'];

/** Each identity of the contract as a rule. */
export const identityRules: readonly AskingRule[] = identities.map((identity) => ({
  id: `identity.${identity.id.replaceAll('_', '-')}`,
  sentence: `${sentences[identity.id] ?? identity.sentence}.`,
  cannot: ({ isApproximate, catalog }) => {
    if (isApproximate) return 'its distinct counts are estimates';
    const isOfOpens = identity.id.startsWith('opens_') && !catalog.metrics.some(({ id }) => id === 'opens');
    return isOfOpens ? 'it does not count opens' : undefined;
  },
  check: (subject) => {
    const settings = ofProfiles.includes(identity.id) ? settingsOf : settingsInTurn;
    return joined(settings(subject, 'whole'), (setting) => check(subject, identity, setting));
  },
}));

async function check(subject: Subject, identity: Identity, { scope, query }: Setting): Promise<Finding[]> {
  const ask = new IdentityAsker(subject.source, scope, query, subject.catalog);
  const disagreements = await identity.check(ask);
  return disagreements.map(({ at, got, expected }) => ({
    asked: distinct(ask.asked),
    came: `${at}: ${got}`,
    expected,
  }));
}

const MOST_ASKED = 4;

function distinct(questions: readonly AskedQuestion[]): string[] {
  const all = questions.map(({ report, scope, query }) => asked(report, scope, query));
  return [...new Set(all)].slice(0, MOST_ASKED);
}
