import type { EventAction, EventConfiguration, Filter, Trigger } from '#contract/api.js';

/** Counts events by day: those of a name, or that play the role of that name, and match all filters. */
export type CountByDay = (event: string, filters: readonly Filter[]) => Promise<readonly number[]>;

/** The reserved event that a trigger shows as in a log; the others leave no trace there. */
const eventOfTrigger: Partial<Record<Trigger, string>> = {
  click: 'click',
  enterPage: 'page_view',
  pageLoad: 'page_view',
  leavePage: 'page_leave',
  pageUnload: 'page_leave',
  launch: 'launch',
  background: 'background',
  share: 'share',
};

/**
 * How many events of each day the configuration would have matched. An event that several actions match counts once:
 * the overlaps are taken out by inclusion and exclusion, since what two actions both match is what all their filters match.
 * A definition reported through the API matches the events of its name.
 */
export async function dryRun(input: EventConfiguration, days: number, count: CountByDay): Promise<number[]> {
  const matched = new Array<number>(days).fill(0);
  const add = async (event: string, filters: readonly Filter[], sign: number) => {
    for (const [day, value] of (await count(event, filters)).entries())
      matched[day] = (matched[day] ?? 0) + sign * value;
  };
  if (input.method === 'api') {
    await add(input.name, [], 1);
    return matched;
  }
  for (const [event, conditions] of conditionsByEvent(input.actions))
    for (const { filters, sign } of inclusionExclusion(conditions)) await add(event, filters, sign);
  return matched;
}

function conditionsByEvent(actions: readonly EventAction[]): Map<string, Filter[][]> {
  const byEvent = new Map<string, Map<string, Filter[]>>();
  for (const action of actions) {
    const event = eventOfTrigger[action.trigger];
    if (!event) continue;
    const filters = filtersOf(action);
    const conditions = byEvent.get(event) ?? new Map<string, Filter[]>();
    byEvent.set(event, conditions.set(JSON.stringify(filters), filters));
  }
  return new Map([...byEvent].map(([event, conditions]) => [event, withoutSubsumed([...conditions.values()])]));
}

function filtersOf({ page, element }: EventAction): Filter[] {
  const filters: Filter[] = [];
  if (page) filters.push({ field: 'page_path', operator: 'eq', values: [page] });
  if (element) filters.push({ field: 'properties.element', operator: 'eq', values: [element] });
  return filters;
}

/** Leaves out conditions that a weaker one holds already, so that few overlaps remain. */
function withoutSubsumed(conditions: readonly Filter[][]): Filter[][] {
  const keys = conditions.map((filters) => filters.map((filter) => JSON.stringify(filter)));
  return conditions.filter(
    (_, index) => !keys.some((other, at) => at !== index && other.every((key) => keys[index]?.includes(key))),
  );
}

/** The terms of the union of conditions: single ones added, pairs taken away, and so on; impossible ones left out. */
function inclusionExclusion(conditions: readonly Filter[][]): { filters: Filter[]; sign: number }[] {
  let terms: { filters: Filter[]; sign: number }[] = [];
  for (const condition of conditions) {
    const overlaps = terms
      .map(({ filters, sign }) => ({ filters: conjunction(filters, condition), sign: -sign }))
      .filter((term): term is { filters: Filter[]; sign: number } => term.filters !== null);
    terms = [...terms, { filters: condition, sign: 1 }, ...overlaps];
  }
  return terms;
}

function conjunction(left: readonly Filter[], right: readonly Filter[]): Filter[] | null {
  const byField = new Map(left.map((filter) => [filter.field, filter]));
  for (const filter of right) {
    const other = byField.get(filter.field);
    if (other && other.values?.[0] !== filter.values?.[0]) return null;
    byField.set(filter.field, filter);
  }
  return [...byField.values()];
}
