import type { SummaryReport } from '#contract/api.js';
import type { AskingRule } from '../../rule.js';
import { knownMetrics, settingsOf, type Subject } from '../../subject/subject.js';
import { asked, joined, unless } from '../findings.js';

/** Apps are parts of the superapp. */
export const appsWithin: AskingRule = {
  id: 'scope.apps-within-superapp',
  sentence:
    'What an app has, the superapp has: users of an app are no more than those across apps, and counts of two apps no more together.',
  cannot: ({ studies }) =>
    studies.some(({ scope }) => scope === 'superapp') ? undefined : 'the caller may not ask about all apps together',
  check: async (subject) => {
    const ofApps = subject.studies.filter(({ scope }) => scope !== 'superapp');
    const across = settingsOf(subject, 'whole').filter(({ scope }) => scope === 'superapp');
    if (ofApps.length === 0) return [];
    return joined(across, async ({ query }) => {
      const metrics = knownMetrics(subject, 'summary', 'superapp', ['active_users', 'visits', 'opens']);
      if (metrics.length === 0) return [];
      const question = { ...query, metrics };
      const [whole, ...parts] = await Promise.all(
        ['superapp' as const, ...ofApps.map(({ scope }) => scope)].map((scope) =>
          subject.source.summary(scope, question),
        ),
      );
      const questions = [
        asked('summary', 'superapp', question),
        ...ofApps.map(({ scope }) => asked('summary', scope, question)),
      ];
      return metrics.flatMap((metric) => {
        const values = parts.map((part) => valueOf(part, metric));
        const isOfUsers = metric === 'active_users';
        const least = isOfUsers
          ? values.reduce((max, value) => Math.max(max, value), 0)
          : values.reduce((a, b) => a + b, 0);
        if (isOfUsers && isEstimate(subject)) return [];
        const got = valueOf(whole!, metric);
        return unless(got >= least, questions, `${got} ${metric} across apps`, `at least ${least}, as in its apps`);
      });
    });
  },
};

const isEstimate = ({ isApproximate }: Subject) => isApproximate;

function valueOf({ metrics }: SummaryReport, id: string): number {
  return metrics.find(({ metric }) => metric === id)?.value ?? 0;
}

/** Types of apps part the superapp. */
export const appTypes: AskingRule = {
  id: 'scope.app-types',
  sentence: 'What adds up is, across apps, the sum over the three types of apps; all types together are the whole.',
  cannot: appsWithin.cannot!,
  check: async (subject) => {
    const across = settingsOf(subject).filter(({ scope }) => scope === 'superapp');
    return joined(across, async ({ query }) => {
      const metrics = knownMetrics(subject, 'summary', 'superapp', ['visits', 'opens']);
      if (metrics.length === 0) return [];
      const types = ['mini_program', 'mini_game', 'h5_app'] as const;
      const ask = (app_type?: (typeof types)[number][]) => ({ ...query, metrics, ...(app_type ? { app_type } : {}) });
      const questions = [ask(), ...types.map((type) => ask([type])), ask([...types])];
      const [whole, one, two, three, all] = await Promise.all(
        questions.map((question) => subject.source.summary('superapp', question)),
      );
      return metrics.flatMap((metric) => {
        const sum = [one!, two!, three!].reduce((total, report) => total + valueOf(report, metric), 0);
        const [got, ofAll] = [valueOf(whole!, metric), valueOf(all!, metric)];
        const came = `${got} ${metric}, ${ofAll} of all types, ${sum} type by type`;
        return unless(
          got === sum && got === ofAll,
          questions.map((question) => asked('summary', 'superapp', question)),
          came,
          'three times the same',
        );
      });
    });
  },
};
