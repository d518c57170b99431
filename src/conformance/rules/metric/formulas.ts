import type { MetricDefinition, Values } from '#contract/api.js';
import { evaluateFormula, metricsOfFormula } from '#contract/formula.js';
import { formatDay, parseDay } from '#time/day.js';
import type { AskingRule, Finding } from '../../rule.js';
import { knownMetrics, metricsOf, settingsOf, type Setting, type Subject } from '../../subject/subject.js';
import { asked, joined, unlessSame } from '../findings.js';

/** A rate is its formula. */
export const formulas: AskingRule = {
  id: 'metric.formula',
  sentence:
    'A metric with a formula is that formula of its base metrics; where the divisor is 0 or a base is null, it is null.',
  check: (subject) => joined(settingsOf(subject), (setting) => check(subject, setting)),
};

async function check(subject: Subject, { scope, query }: Setting): Promise<Finding[]> {
  const rated = metricsOf(subject, 'trend', scope, ({ formula }) => formula !== undefined);
  const definitions = subject.catalog.metrics.filter(({ id }) => rated.includes(id));
  const bases = [...new Set(definitions.flatMap(({ formula }) => metricsOfFormula(formula!)))];
  const known = knownMetrics(subject, 'trend', scope, bases);
  const whole = definitions.filter(({ formula }) => metricsOfFormula(formula!).every((base) => known.includes(base)));
  if (whole.length === 0) return [];
  const metrics = [...new Set([...whole.map(({ id }) => id), ...known])].slice(0, 64);
  // A time without data as well, where every divisor is 0.
  const longAgo = { ...query, start: before(query.start), end: before(query.start) };
  const found = await joined([query, longAgo], async (range) => {
    const question = { ...range, metrics, granularity: 'day' as const };
    const { buckets, series } = await subject.source.trend(scope, question);
    const questions = [asked('trend', scope, question)];
    return buckets.flatMap(({ start }, at) => {
      const values = Object.fromEntries(series.map(({ metric, values: all }) => [metric, all[at] ?? null]));
      return ofValues(whole, values, start, questions);
    });
  });
  return [...found, ...(await ofSummary(subject, { scope, query }, whole, metrics))];
}

async function ofSummary(
  { source }: Subject,
  { scope, query }: Pick<Setting, 'scope' | 'query'>,
  whole: readonly MetricDefinition[],
  metrics: string[],
): Promise<Finding[]> {
  const report = await source.summary(scope, { ...query, metrics });
  const values = Object.fromEntries(report.metrics.map(({ metric, value }) => [metric, value]));
  return ofValues(whole, values, 'the range', [asked('summary', scope, { ...query, metrics })]);
}

function ofValues(whole: readonly MetricDefinition[], values: Values, of: string, questions: string[]): Finding[] {
  return whole.flatMap(({ id, formula }) => {
    const wanted = evaluateFormula(formula!, (base) => values[base] ?? null);
    const bases = metricsOfFormula(formula!).map((base) => `${base} ${values[base] ?? 'null'}`);
    return unlessSame(values[id], wanted, { questions, at: `${id} of ${of}`, why: `of ${bases.join(', ')}` });
  });
}

function before(day: string): string {
  return formatDay((parseDay(day) ?? 0) - 7000);
}
