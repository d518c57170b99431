import type { Catalog, Meta, MetricDefinition } from '#contract/api.js';
import type { FunnelModel } from '#charts/funnel.js';
import type { Formats } from '#format/formats.js';
import type { Explained } from '../base/explanation.js';
import type { FunnelTexts } from './funnel-view.js';

/** What the explanation of a conversion is made from. */
export interface ExplainedStep {
  readonly model: FunnelModel;
  /** The step that is explained, from 1. */
  readonly step: number;
  readonly nameOf: (event: string) => string;
  readonly meta: Meta;
  readonly catalog: Catalog;
  readonly texts: FunnelTexts;
  readonly formats: Formats;
}

/** The conversion to a step as a quotient, its users over those of the first, for the explanation that all widgets have. */
export function explainedStep({ model, step, nameOf, meta, catalog, texts, formats }: ExplainedStep): Explained {
  const [first, last] = [model.rows[0]!, model.rows[step - 1]!];
  const users = (id: string, { number, event }: typeof first): MetricDefinition =>
    definition(id, texts.get('funnel.atStep', { number, name: nameOf(event) }));
  return {
    metric: {
      ...definition('funnel', texts.get('funnel.conversion', { number: step })),
      description: { en: texts.get('funnel.about') },
      unit: 'rate',
      better: 'up',
      formula: { divide: ['reached', 'began'] },
    },
    ...{ meta, texts: texts, formats, partsState: 'known', value: last.rate },
    catalog: { ...catalog, metrics: [users('reached', last), users('began', first)] },
    parts: new Map([
      ['reached', last.users],
      ['began', first.users],
    ]),
  };
}

function definition(id: string, label: string): MetricDefinition {
  return {
    ...{ id, group: 'access', label: { en: label }, description: { en: '' }, unit: 'users' },
    ...{ adds_up: 'no', better: 'neutral', reports: [] },
  };
}
