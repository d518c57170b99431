import type { EventDefinition, EventDefinitionList } from '#contract/api.js';
import type { EventDefinitionsClient } from '#client/definitions.js';

/** What can be done to an event in a list. */
export type ListChange = 'unpublished' | 'deleted';

/** What may be done to an event as it is. */
export const mayUnpublish = ({ published }: EventDefinition): boolean => published != null;
/** Only a draft that is not published can be deleted. */
export const mayDelete = ({ state, published }: EventDefinition): boolean => state === 'draft' && published == null;

/** The event was changed after it was shown: it has to be looked at again. */
export class ChangedMeanwhile extends Error {}

/**
 * Does something to an event, if it is still what was shown.
 *
 * @throws ChangedMeanwhile where somebody changed it since.
 */
export async function changeEvent(
  events: EventDefinitionsClient,
  app: string,
  shown: EventDefinition,
  change: ListChange,
): Promise<void> {
  const { body, etag } = await events.get(app, shown.id);
  if (body.updated_at !== shown.updated_at || body.state !== shown.state) throw new ChangedMeanwhile();
  try {
    if (change === 'deleted') await events.delete(app, shown.id, etag);
    else await events.unpublish(app, shown.id, etag);
  } catch (error) {
    if ((error as { status?: number }).status === 412) throw new ChangedMeanwhile();
    throw error;
  }
}

/** Every definition that matches, part by part, for a file. */
export async function everyDefinition(
  events: EventDefinitionsClient,
  app: string,
  search: string,
  signal: AbortSignal,
): Promise<EventDefinition[]> {
  const all: EventDefinition[] = [];
  for (let page = 1; ; page++) {
    const query = { page, page_size: 200, ...(search && { search }) };
    const { definitions, row_count: count } = await events.list(app, query, { signal });
    all.push(...definitions);
    if (definitions.length === 0 || all.length >= count) return all;
  }
}

/** The part of a whole list that is asked for, where the host has given all of it. */
export function partOf(list: EventDefinitionList, search: string, page: number, size: number): EventDefinitionList {
  const wanted = search.toLowerCase();
  const found = list.definitions.filter(({ name, display_name: display }) =>
    [name, display].some((text) => text.toLowerCase().includes(wanted)),
  );
  const isWhole = list.row_count <= list.definitions.length;
  if (!isWhole) return list;
  return { ...list, definitions: found.slice((page - 1) * size, page * size), row_count: found.length };
}
