import type { RuleName } from '../rule.js';

/** Headings of the families, in order. */
const families: Readonly<Record<string, string>> = {
  answer: 'Questions are answered',
  schema: 'Answers fit the OpenAPI document',
  problem: 'Problems',
  header: 'Headers',
  catalogue: 'The catalogue',
  path: 'Paths',
  parameter: 'Parameters at their edges',
  body: 'Bodies',
  limit: 'Limits',
  question: 'Ways to ask',
  batch: 'Batches',
  caching: 'Caching',
  auth: 'Who may ask',
  paging: 'Pages',
  breakdown: 'Breakdowns',
  values: 'Values',
  days: 'Days',
  identity: 'Identities of the metrics',
  metric: 'Metrics',
  growth: 'Growth',
  time: 'Time',
  state: 'States',
  meta: 'Meta',
  filter: 'Filters',
  scope: 'Scopes',
  distribution: 'Distributions',
  retention: 'Retention',
  funnel: 'Funnels',
  event: 'Event analysis',
  definition: 'Event definitions',
  load: 'The standard log',
};

/** The rules as Markdown, a list a family; the page about the kit holds it. */
export function rulesList(rules: readonly RuleName[]): string {
  const byFamily = new Map<string, RuleName[]>();
  for (const rule of rules) {
    const family = rule.id.split('.')[0]!;
    byFamily.set(family, [...(byFamily.get(family) ?? []), rule]);
  }
  return Array.from(byFamily, ([family, members]) => {
    const lines = members.map(({ id, sentence }) => `- \`${id}\`: ${sentence}`);
    return [`### ${families[family] ?? family}`, '', ...lines, ''].join('\n');
  }).join('\n');
}
