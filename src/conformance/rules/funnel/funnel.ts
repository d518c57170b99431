import type { FunnelQuery, FunnelReport, FunnelStep } from '#contract/api.js';
import type { AskingRule, Finding } from '../../rule.js';
import { lacksReport, settingsInTurn, type Setting, type Subject } from '../../subject/subject.js';
import { isAtMost } from '../close.js';
import { eventNames, plainEventNames } from '../event/names.js';
import { asked, joined, unless, unlessSame } from '../findings.js';

const cannot = (subject: Subject) => lacksReport(subject, 'funnel');

interface Came {
  readonly report: FunnelReport;
  readonly question: string;
}

async function ask(
  subject: Subject,
  { scope, query }: Setting,
  more: Omit<FunnelQuery, keyof Setting['query']>,
): Promise<Came> {
  const question: FunnelQuery = { ...query, ...more };
  return { report: await subject.source.funnel!(scope, question), question: asked('funnel', scope, question) };
}

async function stepsOf(subject: Subject, { scope }: Setting): Promise<{ event: string }[]> {
  const names = (await eventNames(subject, scope)).slice(0, 3);
  return (names.length < 2 ? ['launch', 'page_view'] : names).map((event) => ({ event }));
}

/** Rates are of the users beside them. */
export const funnelRates: AskingRule = {
  id: 'funnel.rates',
  sentence:
    'Conversion is the users of a step over those of the first, and over those of the step before; drop-off is how many fewer; of 0 users there is no rate.',
  cannot,
  check: (subject) =>
    joined(settingsInTurn(subject), async (setting) => {
      const { report, question } = await ask(subject, setting, { steps: await stepsOf(subject, setting) });
      return report.steps.flatMap((step, at) =>
        rateFindings(step, report.steps[0]!, report.steps[at - 1], [question], at + 1),
      );
    }),
};

function rateFindings(
  step: FunnelStep,
  first: FunnelStep,
  before: FunnelStep | undefined,
  questions: string[],
  number: number,
): Finding[] {
  const over = (users: number | null | undefined) => (step.users === null || !users ? null : step.users / users);
  const lost = before?.users == null || step.users === null ? null : before.users - step.users;
  const told = (at: string) => ({ questions, at: `${at} of step ${number}`, why: `${step.users} users` });
  return [
    ...unlessSame(step.conversion_rate, over(first.users), told('conversion_rate')),
    ...unlessSame(step.step_conversion_rate, before ? over(before.users) : null, told('step_conversion_rate')),
    ...unlessSame(step.drop_off, lost, told('drop_off')),
  ];
}

/** Groups are parts. */
export const funnelGroups: AskingRule = {
  id: 'funnel.groups',
  sentence: 'A user is in the group of their chain’s first event, so that the groups of a funnel add up, step by step.',
  cannot,
  check: (subject) =>
    joined(settingsInTurn(subject), async (setting) => {
      const dimension = subject.catalog.dimensions.find(({ kind, type }) => kind === 'open' && type === 'string');
      if (!dimension) return [];
      const { report, question } = await ask(subject, setting, {
        steps: await stepsOf(subject, setting),
        group_by: [dimension.id],
      });
      return report.steps.flatMap(({ users }, at) => {
        const sum = report.groups.reduce((all, { steps }) => all + (steps[at]?.users ?? 0), 0);
        if (users === null) return [];
        return unlessSame(sum, users, {
          questions: [question],
          at: `groups of step ${at + 1}`,
          why: 'the users of the step',
        });
      });
    }),
};

const WINDOWS = [1, 60, 3600, 86_400];

/** A longer window loses nobody. */
export const funnelWindow: AskingRule = {
  id: 'funnel.window',
  sentence:
    'The longer the window, the more users come through, most without one; within it no time between steps is longer.',
  cannot,
  check: (subject) =>
    joined(settingsInTurn(subject), async (setting) => {
      const steps = await stepsOf(subject, setting);
      const windows = [...WINDOWS, undefined];
      const answers = await Promise.all(
        windows.map((window_seconds) =>
          ask(subject, setting, { steps, ...(window_seconds === undefined ? {} : { window_seconds }) }),
        ),
      );
      return answers.flatMap(({ report, question }, turn) => {
        const before = answers[turn - 1];
        const window = windows[turn] ?? Infinity;
        return report.steps.flatMap(({ users, median_seconds: median, p90_seconds: p90 }, at) => {
          const least = before?.report.steps[at]?.users ?? 0;
          const questions = before ? [before.question, question] : [question];
          return [
            ...unless(
              users === null || users >= least,
              questions,
              `step ${at + 1}: ${users} users`,
              `at least ${least}, as in a shorter window`,
            ),
            ...unless(
              isAtMost(median ?? 0, p90 ?? 0) && isAtMost(p90 ?? 0, window),
              [question],
              `step ${at + 1}: median ${median}, p90 ${p90}`,
              `median ≤ p90 ≤ ${window} s`,
            ),
          ];
        });
      });
    }),
};

/** The first step is everybody. */
export const funnelFirst: AskingRule = {
  id: 'funnel.first-step',
  sentence: 'The users of the first step are all who have its event in the range.',
  cannot: (subject) => cannot(subject) ?? lacksReport(subject, 'event'),
  check: (subject) =>
    joined(settingsInTurn(subject), async (setting) => {
      const [event] = await plainEventNames(subject, setting.scope);
      if (event === undefined || subject.isApproximate) return [];
      const { report, question } = await ask(subject, setting, { steps: [{ event }, { event: 'page_view' }] });
      const users = {
        ...setting.query,
        event,
        measure: 'users' as const,
        granularity: 'all' as const,
        order: '-value' as const,
        limit: 12,
      };
      const { totals } = await subject.source.event!(setting.scope, users);
      const why = `the users of ${event}`;
      return unlessSame(report.steps[0]?.users, totals[0]?.value ?? 0, {
        questions: [question, asked('event', setting.scope, users)],
        at: 'step 1',
        why,
      });
    }),
};
