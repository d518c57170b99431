import type { Finding } from '../rule.js';
import { isKept, type Outcome, type Verdict } from '../verdict.js';

/** A verdict as a person reads it: each broken rule with what shows it, what was left out and why, and the sum. */
export function forPeople(verdict: Verdict): string {
  const { outcomes, requests, milliseconds, baseUrl } = verdict;
  const of = (result: Outcome['result']) => outcomes.filter((outcome) => outcome.result === result);
  const [broken, skipped, kept] = [of('broken'), of('skipped'), of('kept')];
  const counts = `${kept.length} kept, ${broken.length} broken, ${skipped.length} skipped`;
  const seconds = (milliseconds / 1000).toFixed(1);
  return [
    ...broken.map(brokenText),
    ...(skipped.length > 0 ? [skippedText(skipped)] : []),
    `${baseUrl}: ${outcomes.length} rules, ${counts}; ${requests} requests in ${seconds} s.`,
    isKept(verdict) ? 'It conforms.' : 'It does not conform.',
  ].join('\n');
}

function brokenText({ id, sentence, findings, untold }: Outcome): string {
  const more = untold > 0 ? [`  and ${untold} more of this rule`] : [];
  return [`BROKEN ${id}`, `  ${sentence}`, ...findings.map(findingText), ...more, ''].join('\n');
}

function findingText({ asked, came, expected }: Finding): string {
  const questions = asked.map((question, at) => `  ${at === 0 ? '- asked   ' : '  and     '} ${question}`);
  return [...questions, `    came     ${came}`, `    expected ${expected}`].join('\n');
}

function skippedText(skipped: readonly Outcome[]): string {
  const byReason = new Map<string, string[]>();
  for (const { id, reason = '' } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  const lines = Array.from(byReason, ([reason, ids]) => `  ${reason}: ${ids.join(', ')}`);
  return ['SKIPPED', ...lines, ''].join('\n');
}
