import { NotApplicable, type AskingRule } from '../../rule.js';
import { cannotLoad, loadedInto } from '../../load/loaded.js';
import { peopleBodies, peopleDays } from '../../load/people.js';
import { joined } from '../findings.js';
import { compared } from './compare.js';

const setting = { ...peopleDays, timezone: 'UTC' };
const metrics = ['active_users', 'new_users', 'visits', 'retained_users'];

/** Across apps a user counts once. */
export const peopleAcrossApps: AskingRule = {
  id: 'load.people-across-apps',
  sentence:
    'Across apps a user counts once: by guid, the first that an event of theirs carries in the app, else by user_id; in one app by user_id.',
  cannot: (subject) =>
    cannotLoad(subject) ??
    (subject.me.permissions.includes('data_overview.read') ? undefined : 'the caller may not ask for summaries'),
  async check(subject) {
    const loaded = await loadedInto(subject);
    const ofApps = await joined(peopleBodies, ({ app }) =>
      compared(subject, loaded, `apps/${app}`, { report: 'summary', query: { ...setting, metrics } }),
    );
    const visits = { ...setting, metrics: ['visits'] };
    const [came, expected] = await Promise.all([
      subject.source.summary('superapp', visits),
      loaded.oracle.summary('superapp', visits),
    ]);
    if (ofApps.length === 0 && (came.metrics[0]?.value ?? 0) > (expected.metrics[0]?.value ?? 0))
      throw new NotApplicable('other apps have data on the days of the standard log');
    const trend = { report: 'trend', query: { ...setting, metrics, granularity: 'day' } } as const;
    const across = await Promise.all([
      compared(subject, loaded, 'superapp', { report: 'summary', query: { ...setting, metrics } }),
      compared(subject, loaded, 'superapp', trend),
    ]);
    return [...ofApps, ...across.flat()];
  },
};
