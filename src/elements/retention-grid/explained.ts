import type { Catalog, Meta, MetricDefinition } from '#contract/api.js';
import { retentionFigures, type RetentionModel } from '#charts/retention.js';
import type { Formats } from '#format/formats.js';
import type { Explained } from '../base/explanation.js';
import type { Place } from './grid-cursor.js';
import type { RetentionTexts, RetentionWords } from './retention-words.js';

/** What the explanation of a cell is made from. */
export interface ExplainedCell {
  readonly place: Place;
  readonly model: RetentionModel;
  readonly meta: Meta;
  readonly catalog: Catalog;
  readonly words: RetentionWords;
  readonly texts: RetentionTexts;
  readonly formats: Formats;
}

/** A share of a grid as a quotient, with who came back over whom, for the explanation that all widgets have. */
export function explainedCell(of: ExplainedCell): Explained {
  const { place, model, meta, catalog, words, texts, formats } = of;
  const { returned, size, rate, cohorts = 0 } = retentionFigures(model, place.row, place.column);
  const { cohort, period } = words.tell(place);
  const parts = [
    part('returned', texts.get('retention.cameBack', { period })),
    part('size', place.row > 0 ? cohort : texts.get('retention.ofCohorts', { count: cohorts })),
  ];
  return {
    metric: {
      ...part('retention', texts.get('retention.title')),
      description: { en: texts.get('retention.about') },
      unit: 'rate',
      better: 'up',
      formula: { divide: ['returned', 'size'] },
    },
    ...{ meta, texts, formats, partsState: 'known', value: rate },
    catalog: { ...catalog, metrics: parts },
    parts: new Map([
      ['returned', returned],
      ['size', size],
    ]),
  };
}

function part(id: string, label: string): MetricDefinition {
  return {
    id,
    group: 'access',
    label: { en: label },
    description: { en: '' },
    unit: 'users',
    adds_up: 'no',
    better: 'neutral',
    reports: [],
  };
}
