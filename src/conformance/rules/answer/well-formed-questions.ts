import type { WatchingRule } from '../../rule.js';

/** Found by the rules that ask: each question that was refused though nothing is wrong with it. */
export const wellFormedQuestions: WatchingRule = {
  id: 'answer.well-formed-question',
  sentence: 'A well-formed question about metrics, dimensions and profiles of the catalogue is answered with a report.',
  watch: () => [],
};
