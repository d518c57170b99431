import type { ValuesQuery } from '#contract/api.js';
import type { QuestionContext } from './context.js';
import { findField } from './fields.js';
import { DEFAULT_ROWS } from './limits.js';
import type { Member } from './members.js';
import { readAppTypes, readEnvironment } from './range.js';
import { compact, type Reader } from './reader.js';

/** What a question for the values of a field can say. */
export const valuesMembers: readonly Member[] = ['field', 'search', 'limit', 'environment', 'app_type'];

/** Reads a question for the values of a field that were seen. */
export function readValuesQuestion(reader: Reader, context: QuestionContext): ValuesQuery {
  const { catalog } = context;
  reader.require(
    'field',
    catalog.dimensions.map(({ id }) => id),
  );
  const field = reader.text('field');
  if (field !== undefined) findField(catalog, field, 'field', reader.faults);
  return compact<ValuesQuery>({
    field: field ?? '',
    search: reader.text('search', 256),
    limit: reader.integer('limit', 1, catalog.limits.max_rows) ?? Math.min(DEFAULT_ROWS, catalog.limits.max_rows),
    environment: readEnvironment(reader),
    app_type: readAppTypes(reader, context),
  });
}
