import type { Catalog, DimensionDefinition, MetricDefinition, Profile } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { RequestError } from '#client/request-error.js';
import { labelOf } from '#i18n/labels.js';
import type { Texts } from '#i18n/texts.js';

let builtIn: Promise<Catalog> | undefined;

/** The names of the contract's catalogue, for widgets that are fed by `data` alone. Loaded when they are needed. */
export function builtInCatalog(): Promise<Catalog> {
  return (builtIn ??= import('./built-in-catalog.js').then(({ nameCatalog }) => nameCatalog));
}

/** The back end's catalogue; the built-in one where it has none that can be read: its numbers are worth showing. */
export async function catalogFrom(client: Client, signal: AbortSignal): Promise<Catalog> {
  try {
    return await client.catalog({ signal });
  } catch (error) {
    if ((error as RequestError).kind === 'aborted') throw error;
    return builtInCatalog();
  }
}

/** What a metric means. One that the catalogue lacks (a newer back end) is a count labelled by its id. */
export function metricOf(catalog: Catalog, id: string): MetricDefinition {
  return (
    catalog.metrics.find((metric) => metric.id === id) ?? {
      id,
      group: 'access',
      label: { en: id },
      description: { en: '' },
      unit: 'count',
      adds_up: 'no',
      better: 'neutral',
      reports: [],
    }
  );
}

/** A metric's name in the widget's language. */
export function metricLabel(metric: MetricDefinition, texts: Texts): string {
  return labelOf(metric.label, `metric.${metric.id}`, texts);
}

/** What a metric means, in a sentence of the widget's language. */
export function metricDescription(metric: MetricDefinition, texts: Texts): string {
  return labelOf(metric.description, `about.${metric.id}`, texts);
}

/** A dimension's name in the widget's language; a custom field is called by its own name. */
export function dimensionLabel(catalog: Catalog, id: string, texts: Texts): string {
  const dimension = catalog.dimensions.find((one): one is DimensionDefinition => one.id === id);
  return dimension ? labelOf(dimension.label, `dimension.${id}`, texts) : id.replace(/^properties\./, '');
}

/** What a value of a dimension is called: sources by the dictionary in the widget's language, other values by what they are. */
export function valueLabel(
  catalog: Catalog,
  dimension: string | undefined,
  { key, label }: { readonly key: string; readonly label?: string | null | undefined },
  texts: Texts,
): string {
  const source = dimension === 'source' && catalog.sources.find((one) => one.key === key);
  return source ? labelOf(source.label, `source.${key}`, texts) : (label ?? key);
}

/** The profile that an answer names. */
export function profileOf(catalog: Catalog, id: string): Profile | undefined {
  return catalog.profiles.find((profile) => profile.id === id);
}

/** A profile's name in the widget's language. */
export function profileLabel(catalog: Catalog, id: string, texts: Texts): string {
  const profile = profileOf(catalog, id);
  return profile ? labelOf(profile.label, `profile.${id}`, texts) : id;
}
