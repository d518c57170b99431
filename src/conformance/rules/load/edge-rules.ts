import { cannotLoad, loadedInto } from '../../load/loaded.js';
import { appOfEdge, edges } from '../../load/standard-log.js';
import type { AskingRule } from '../../rule.js';
import { joined } from '../findings.js';
import { compared } from './compare.js';

/** Each edge of the standard log as a rule. */
export const edgeRules: readonly AskingRule[] = edges.map(({ id, sentence, questions }) => ({
  id: `load.${id}`,
  sentence,
  cannot: cannotLoad,
  async check(subject) {
    const loaded = await loadedInto(subject);
    return joined(questions, (question) => compared(subject, loaded, `apps/${appOfEdge(id)}`, question));
  },
}));
