import { reportNames } from '#contract/vocabulary.js';
import { pathOf } from '../../ask/asker.js';
import { queryString } from '../../ask/remote-source.js';
import { comparableValues } from '../../load/comparable.js';
import { differences } from '../../load/differences.js';
import { cannotLoad, loadedInto } from '../../load/loaded.js';
import { townApp } from '../../load/standard-log.js';
import type { AskingRule, Finding } from '../../rule.js';
import { joined } from '../findings.js';
import { compared } from './compare.js';
import { townQuestions } from './town-questions.js';

const scope = `apps/${townApp}` as const;
const names: Readonly<Record<(typeof reportNames)[number], string>> = {
  summary: 'summary',
  trend: 'trend',
  breakdown: 'breakdown',
  distribution: 'distribution',
  retention: 'retention',
  funnel: 'funnel',
  funnel_next: 'report of what comes next',
  event: 'event report',
};

/** Each report about the seeded town, held against the engine's. */
export const townRules: readonly AskingRule[] = reportNames.map((report) => ({
  id: `load.${report.replaceAll('_', '-')}`,
  sentence: `Every ${names[report]} about the standard log is what the reference engine gives, under every profile.`,
  cannot: cannotLoad,
  async check(subject) {
    const loaded = await loadedInto(subject);
    const questions = townQuestions(subject.catalog.profiles).filter((question) => question.report === report);
    return joined(questions, (question) => compared(subject, loaded, scope, question));
  },
}));

const FIELDS = ['event', 'page_path', 'source', 'os_name', 'city'];

/** Values and days of the town. */
export const townSeen: AskingRule = {
  id: 'load.values-and-days',
  sentence:
    'The values of fields and the days that hold data are, of the standard log, what the reference engine gives.',
  cannot: cannotLoad,
  async check(subject) {
    const { oracle } = await loadedInto(subject);
    const told = (name: string, query: Record<string, string | number>, came: unknown, expected: unknown): Finding[] =>
      differences(came, expected)
        .slice(0, 3)
        .map((one) => ({
          asked: [`GET ${pathOf(scope)}/${name}${queryString(query)}`],
          came: `${one.at}: ${one.came}`,
          expected: `${one.expected}, as the engine has it`,
        }));
    const fields = FIELDS.filter((id) => subject.catalog.dimensions.some((dimension) => dimension.id === id));
    const ofValues = await joined(fields, async (field) => {
      const query = { field, limit: 100 };
      const [came, expected] = await Promise.all([subject.source.values(scope, query), oracle.values(scope, query)]);
      return told('values', query, comparableValues(came), comparableValues(expected));
    });
    const ofDays = await joined(['UTC', 'Asia/Kathmandu'], async (timezone) => {
      const query = { timezone, profile: subject.catalog.default_profile };
      const [came, expected] = await Promise.all([subject.source.days(scope, query), oracle.days(scope, query)]);
      return told('days', query, came.days, expected.days);
    });
    return [...ofValues, ...ofDays];
  },
};
