import type { FilterRowsMessages } from '#i18n/filter-rows/section.js';
import type { Texts } from '#i18n/texts.js';
import type { Reading } from './answer-controller.js';

/** What a list says in place of choices that are on their way, or could not be had. */
export function waiting(
  { isPending, hasFailed }: Reading<unknown>,
  texts: Pick<Texts<FilterRowsMessages>, 'get'>,
): string | undefined {
  if (isPending) return texts.get('filter.loading');
  return hasFailed ? texts.get('filter.failed') : undefined;
}
