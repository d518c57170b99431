import type { DistributionOf } from '#contract/api.js';
import { quoted } from '../../ask/exchange.js';
import type { AskingRule } from '../../rule.js';
import { lacksReport, settingsInTurn } from '../../subject/subject.js';
import { asked, joined, unless, unlessSame } from '../findings.js';

const CLASSES: Readonly<Record<DistributionOf, readonly string[]>> = {
  visit_duration: ['0–2', '3–5', '6–10', '11–20', '21–30', '31–50', '51–100', '101–'],
  visit_depth: ['1–1', '2–2', '3–3', '4–4', '5–5', '6–10', '11–'],
  opens_per_user: ['1–1', '2–2', '3–4', '5–6', '7–14', '15–30', '31–'],
};
const KINDS = Object.keys(CLASSES) as DistributionOf[];

/** The classes are those of the catalogue. */
export const distributionClasses: AskingRule = {
  id: 'distribution.classes',
  sentence:
    'A distribution has the classes of its measure, upper bounds included: seconds 0–2, 3–5, 6–10, 11–20, 21–30, 31–50, 51–100 and over; pages 1 to 5, 6–10 and over, 0 only where there is one; opens 1, 2, 3–4, 5–6, 7–14, 15–30 and over.',
  cannot: (subject) => lacksReport(subject, 'distribution'),
  check: (subject) =>
    joined(settingsInTurn(subject), ({ scope, query }) =>
      joined(KINDS, async (of) => {
        const question = { ...query, of };
        const { buckets } = await subject.source.distribution!(scope, question);
        const came = buckets.map(({ from, to }) => `${from}–${to ?? ''}`);
        const none = of === 'visit_depth' && came[0] === '0–0' ? ['0–0'] : [];
        const wanted = [...none, ...CLASSES[of]];
        return unless(
          quoted(came) === quoted(wanted),
          [asked('distribution', scope, question)],
          came.join(', '),
          wanted.join(', '),
        );
      }),
    ),
};

/** Shares are of the total. */
export const distributionShares: AskingRule = {
  id: 'distribution.shares',
  sentence:
    'The total of a distribution is the sum of its classes, and a share is the count of its class over the total, null where there is none.',
  cannot: (subject) => lacksReport(subject, 'distribution'),
  check: (subject) =>
    joined(settingsInTurn(subject), ({ scope, query }) =>
      joined(KINDS, async (of) => {
        const question = { ...query, of };
        const { buckets, total } = await subject.source.distribution!(scope, question);
        const questions = [asked('distribution', scope, question)];
        const sum = buckets.reduce((all, { count }) => all + (count ?? 0), 0);
        return [
          ...unlessSame(total, total === null ? null : sum, {
            questions,
            at: `total of ${of}`,
            why: 'its classes, added up',
          }),
          ...buckets.flatMap(({ from, count, share }) =>
            unlessSame(share, count === null || !total ? null : count / total, {
              questions,
              at: `share of ${of} from ${from}`,
              why: `${count} of ${total}`,
            }),
          ),
        ];
      }),
    ),
};
