import type { BreakdownQuery, Filter } from '#contract/api.js';
import { permissionOf } from '#contract/permissions.js';
import { knownMetrics, settingsInTurn, type Setting, type Subject } from '../../subject/subject.js';

/** A breakdown that is worth a look. */
export interface Broken {
  readonly setting: Setting;
  readonly query: BreakdownQuery;
}

const DIMENSIONS = ['source', 'page_path', 'os_name', 'city'];
const METRICS = ['page_visitors', 'active_users', 'visits', 'opens', 'new_users', 'page_visits'];

/** Breakdowns by several dimensions, under each profile by another one; few rows, so that there is a rest. */
export function breakdownsOf(subject: Subject, more: Partial<BreakdownQuery> = {}): Broken[] {
  const { catalog, me } = subject;
  const dimensions = DIMENSIONS.filter((id) => catalog.dimensions.some((dimension) => dimension.id === id)).filter(
    (id) => me.permissions.includes(permissionOf('breakdown', id)),
  );
  if (dimensions.length === 0) return [];
  return settingsInTurn(subject).flatMap((setting, turn): Broken[] => {
    const metrics = knownMetrics(subject, 'breakdown', setting.scope, METRICS);
    if (metrics.length === 0) return [];
    const turns = [dimensions[turn % dimensions.length]!, dimensions[(turn + 1) % dimensions.length]!];
    return [...new Set(turns)].map((dimension) => ({
      setting,
      query: { ...setting.query, dimension, metrics, limit: 3, ...more },
    }));
  });
}

/** The filters that keep exactly these keys of a dimension, or all but these. */
export function filtersOf(field: string, keys: readonly (string | null)[], keeps: 'these' | 'others'): Filter[] {
  const values = keys.filter((key) => key !== null);
  const hasNull = values.length < keys.length;
  if (keeps === 'these') return hasNull ? [{ field, operator: 'not_set' }] : [{ field, operator: 'in', values }];
  const others: Filter[] = values.length > 0 ? [{ field, operator: 'not_in', values }] : [];
  return hasNull ? [...others, { field, operator: 'set' }] : others;
}
