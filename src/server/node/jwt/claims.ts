import type { JWTPayload } from 'jose';
import type { Permission } from '#contract/api.js';
import { permissions as allPermissions, roles as roleTable } from '#contract/permissions.js';
import { ReportError } from '#contract/problems.js';
import { TokenError, type Grant } from '../../grant.js';

/** What a token says of its bearer, and the claim that says it unless another is named. */
export const defaultClaims = {
  /** Whose past queries are whose, who stands in `updated_by`, and whose requests are counted together. */
  name: 'sub',
  /** Only heeded where the back end serves one tenant. */
  tenant: 'tenant',
  /** Ids of the apps that the bearer may see; a token without it may see all. */
  apps: 'apps',
  /** Roles of the contract; others are left alone, since directories keep those of many programs together. */
  roles: 'roles',
  /** Permissions of the contract, beside those of the roles. */
  permissions: 'permissions',
} as const;

/** A name in {@link defaultClaims}. */
export type ClaimName = keyof typeof defaultClaims;

/** Where each is looked for: a claim by its name, else members of claims by their names with dots between. */
export type ClaimNames = Readonly<Record<ClaimName, string>>;

/** What a verified token grants. A token of another tenant is 403; a claim of another type than it can have, 401. */
export function grantOf(payload: JWTPayload, names: ClaimNames, tenant: string | undefined): Grant {
  checkTenant(wordsOf(payload, names.tenant), tenant);
  const roles = known(Object.keys(roleTable) as (keyof typeof roleTable)[], wordsOf(payload, names.roles));
  const permissions = known(allPermissions, wordsOf(payload, names.permissions));
  const apps = wordsOf(payload, names.apps);
  const own = new Set<Permission>([...roles.flatMap((role) => roleTable[role]), ...permissions]);
  const name = claimOf(payload, names.name);
  return { name: typeof name === 'string' ? name : null, roles, permissions: [...own], ...(apps && { apps }) };
}

function checkTenant(tenants: readonly string[] | undefined, tenant: string | undefined): void {
  if (tenant === undefined || tenants?.includes(tenant)) return;
  const whose = tenants ? `of the tenant “${tenants.join(' ')}”` : 'of no tenant';
  throw new ReportError('forbidden', `The token is ${whose}, and this back end serves “${tenant}”.`);
}

function known<Word extends string>(words: readonly Word[], said: readonly string[] = []): Word[] {
  return words.filter((word) => said.includes(word));
}

/** A list of texts, or one text of words as in `scope`; nothing where the claim is not there. */
function wordsOf(payload: JWTPayload, name: string): string[] | undefined {
  const value = claimOf(payload, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.split(' ').filter((word) => word !== '');
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
  throw new TokenError(`The claim ${name} of the token is neither a list of texts nor a text of words.`);
}

function claimOf(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  return name.split('.').reduce<unknown>((at, member) => {
    const isThere = typeof at === 'object' && at !== null && Object.hasOwn(at, member);
    return isThere ? (at as Record<string, unknown>)[member] : undefined;
  }, payload);
}
