import type { EventDefinition, Meta } from '#contract/api.js';
import type { CsvCell } from '#format/csv.js';
import type { ListTexts } from './list-words.js';

/** The definitions as rows of a file. */
export function fileRows(definitions: readonly EventDefinition[], texts: ListTexts, meta: Meta): CsvCell[][] {
  const heads = [
    'events.id',
    'event.part.name',
    'event.part.display_name',
    'events.state',
    'events.created',
    'events.published',
    'events.updated',
    'events.by',
    'events.fields',
  ] as const;
  return [
    [texts.get('file.zone'), meta.timezone],
    [texts.get('file.until'), meta.data_as_of],
    [],
    heads.map((key) => texts.get(key)),
    ...definitions.map((one) => [
      ...[one.id, one.name, one.display_name, texts.get(`event.state.${one.state}`), one.created_at],
      ...[one.published_at ?? null, one.updated_at, one.updated_by ?? null],
      one.fields.map(({ field, type }) => `${field}: ${type}`).join(', '),
    ]),
  ];
}
