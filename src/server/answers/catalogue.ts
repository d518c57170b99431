import type { AppList, Me } from '#contract/api.js';
import { appsFor, catalogOfHost, type Exchange } from '../host.js';
import { jsonResponse } from '../respond.js';

/** What this back end answers. */
export async function answerCatalog({ host, request }: Exchange): Promise<Response> {
  return jsonResponse(await catalogOfHost(host), request);
}

/** The apps that the caller may see. */
export async function answerApps({ host, caller, request }: Exchange): Promise<Response> {
  const list: AppList = { apps: await appsFor(host, caller) };
  return jsonResponse(list, request);
}

/** Who asks, and what they may do. */
export function answerMe({ caller, request }: Exchange): Response {
  const me: Me = { name: caller.name, roles: [...caller.roles], permissions: [...caller.permissions] };
  return jsonResponse(me, request);
}
