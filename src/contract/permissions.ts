import type { Permission, ReportName, Role } from './api.js';

/** Every permission that the contract knows. */
export const permissions = [
  'data_overview.read',
  'page_analysis.read',
  'user_analysis.read',
  'custom_analysis.read',
  'events.read',
  'events.write',
  'events.publish',
  'events.collect',
  'funnels.write',
] as const satisfies readonly Permission[];

const readAll: readonly Permission[] = [
  'data_overview.read',
  'page_analysis.read',
  'user_analysis.read',
  'custom_analysis.read',
  'events.read',
];

/** What each of the five console roles may do. */
export const roles: Readonly<Record<Role, readonly Permission[]>> = {
  super_admin: permissions,
  platform_admin: permissions,
  superapp_admin: permissions,
  senior_superapp_developer: [...readAll, 'events.write', 'events.collect', 'funnels.write'],
  superapp_operator: readAll,
};

/**
 * The permission that a report needs. A breakdown by page needs `page_analysis.read`, by anything else
 * `user_analysis.read`.
 */
export function permissionOf(report: ReportName, dimension?: string): Permission {
  switch (report) {
    case 'summary':
    case 'trend':
      return 'data_overview.read';
    case 'breakdown':
      return dimension === 'page_path' ? 'page_analysis.read' : 'user_analysis.read';
    case 'distribution':
    case 'retention':
      return 'user_analysis.read';
    case 'funnel':
    case 'funnel_next':
    case 'event':
      return 'custom_analysis.read';
  }
}
