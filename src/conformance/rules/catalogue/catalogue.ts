import { metricsOfFormula } from '#contract/formula.js';
import { metricRule } from '#contract/metric-rules.js';
import { quoted } from '../../ask/exchange.js';
import type { AskingRule } from '../../rule.js';
import { unless } from '../findings.js';

const questions = ['GET /v1/catalog'];

/** Names that the catalogue uses are in it. */
export const catalogueNames: AskingRule = {
  id: 'catalogue.names',
  sentence: 'What the catalogue names is in it: its default profile, and the base metrics of each formula.',
  check({ catalog }) {
    const { profiles, default_profile: usual, metrics } = catalog;
    const ids = metrics.map(({ id }) => id);
    const ofFormulas = metrics.flatMap(({ id, formula }) => {
      const missing = formula ? metricsOfFormula(formula).filter((base) => !ids.includes(base)) : [];
      return unless(missing.length === 0, questions, `formula of ${id}`, `${missing.join(', ')} in the catalogue too`);
    });
    const isKnown = profiles.some(({ id }) => id === usual);
    return Promise.resolve([
      ...unless(isKnown, questions, `default_profile ${usual}`, 'a profile of the list'),
      ...ofFormulas,
    ]);
  },
};

/** Names of the contract mean what they mean everywhere. */
export const catalogueMeaning: AskingRule = {
  id: 'catalogue.meaning',
  sentence: 'A metric of the contract keeps its meaning: its formula, its unit, and whether it adds up over time.',
  check({ catalog }) {
    const found = catalog.metrics.flatMap(({ id, formula, unit, adds_up }) => {
      const rule = metricRule(id);
      if (!rule) return []; // the vendor's own
      const [came, expected] = [
        { formula, unit, adds_up },
        { formula: rule.formula, unit: rule.unit, adds_up: rule.adds_up },
      ];
      const isSame = JSON.stringify(came) === JSON.stringify(expected);
      return unless(isSame, questions, `${id}: ${quoted(came)}`, quoted(expected));
    });
    return Promise.resolve(found);
  },
};
