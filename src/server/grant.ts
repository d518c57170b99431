import type { Permission, Role } from '#contract/api.js';
import { permissions as allPermissions, roles as roleTable } from '#contract/permissions.js';
import { ReportError } from '#contract/problems.js';
import type { Scope } from '#contract/report-source.js';

/** Who asks and what they may do, as the host knows it. */
export interface Grant {
  /** For `GET /v1/me`, and whose past queries are whose: callers without a name share theirs. */
  readonly name?: string | null;
  readonly roles?: readonly Role[];
  /** Default: what the roles may do. */
  readonly permissions?: readonly Permission[];
  /** Ids of the apps the caller may see; default all. Reports across apps need all. */
  readonly apps?: readonly string[];
}

/** Finds out who asks. `null` means that nobody is signed in, which is answered 401; so is a {@link TokenError}. */
export type Permissions = (request: Request) => Grant | null | Promise<Grant | null>;

/** A grant with all that was left out filled in. */
export interface Caller {
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly apps: ReadonlySet<string> | undefined;
}

/** The 403 of a caller who lacks a permission. */
export class PermissionError extends ReportError {
  constructor(readonly permission: Permission) {
    super('forbidden', `This needs the permission ${permission}. Ask an administrator for it.`);
  }
}

/** The 401 of a token that is not accepted, with the reason in words. A host's {@link Permissions} may throw it. */
export class TokenError extends ReportError {
  /** @param reason why, as sentences for whoever sent the token. */
  constructor(reason: string, options: ErrorOptions = {}) {
    super('unauthorized', reason, [], options);
  }

  /** The value of `WWW-Authenticate`, as RFC 6750 writes it: quotes and what is not ASCII may not stand in it. */
  get challenge(): string {
    const plain = this.message.replaceAll(/[“”"\\]/g, "'").replaceAll(/[^ -~]/g, '?');
    return `Bearer error="invalid_token", error_description="${plain}"`;
  }
}

/** Everything is permitted where the host says nothing. */
const everything: Grant = { roles: ['super_admin'] };

/** Asks the host who is calling. */
export async function callerOf(request: Request, permissions?: Permissions): Promise<Caller> {
  const grant = permissions ? await permissions(request) : everything;
  if (!grant)
    throw new ReportError('unauthorized', 'Sign in: send a token that is accepted here as Authorization: Bearer.');
  const granted = grant.permissions ?? (grant.roles ?? []).flatMap((role) => roleTable[role]);
  return {
    name: grant.name ?? null,
    roles: grant.roles ?? [],
    permissions: new Set(allPermissions.filter((permission) => granted.includes(permission))),
    apps: grant.apps && new Set(grant.apps),
  };
}

/** Throws the 403 that names the permission, where the caller lacks it. */
export function demand(caller: Caller, permission: Permission): void {
  if (!caller.permissions.has(permission)) throw new PermissionError(permission);
}

/** Filter suggestions and days serve every report, so that any permission to read will do. */
export function demandAnyRead(caller: Caller): void {
  const canRead = [...caller.permissions].some((permission) => permission.endsWith('.read'));
  if (!canRead) throw new PermissionError('data_overview.read');
}

/** Whether the caller may know of an app at all: one they may not is answered like one that is not there. */
export function maySeeApp(caller: Caller, app: string): boolean {
  return caller.apps?.has(app) ?? true;
}

/** Throws where a caller who may see some apps asks about all of them together. */
export function demandScope(caller: Caller, scope: Scope): void {
  if (scope !== 'superapp' || !caller.apps) return;
  const detail = 'Reports across apps need access to all apps. Ask about one of yours: /v1/apps lists them.';
  throw new ReportError('forbidden', detail);
}
