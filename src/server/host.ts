import type { App, Catalog, CollectOutcome } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import { reportNames } from '#contract/vocabulary.js';
import type { ReportSource, Scope } from '#contract/report-source.js';
import type { DefinitionsInForce } from './definitions/in-force.js';
import { demandScope, maySeeApp, type Caller } from './grant.js';
import { nearestFirst, suggestion } from './nearest.js';

/** Apps of a host's own registry, as a list or looked up on each request. */
export type AppRegistry = readonly App[] | (() => readonly App[] | Promise<readonly App[]>);

/** What answers are made from. */
export interface Host {
  readonly reports: ReportSource;
  /** Where a host keeps a registry of apps; without one an app exists once an accepted event names it. */
  readonly registry: AppRegistry | undefined;
  /** Absent where the back end keeps no definitions. */
  readonly definitions: DefinitionsInForce | undefined;
  /** Told of failures of the back end itself. */
  readonly onError: ((error: unknown, request: Request) => void) | undefined;
  /** Told what became of events that were sent. */
  readonly onCollected?: ((outcome: CollectOutcome, app: string) => void) | undefined;
}

/** One request on its way to an answer. */
export interface Exchange {
  readonly request: Request;
  readonly host: Host;
  readonly caller: Caller;
  /** The app that the path names. */
  readonly app: string | undefined;
  /** The definition or saved funnel that the path names. */
  readonly id: string | undefined;
}

/** The catalogue, with what the handler knows best: what the source can answer and that this back end batches. */
export async function catalogOfHost({ reports, definitions }: Host): Promise<Catalog> {
  const catalog = await reports.catalog();
  return {
    ...catalog,
    reports: reportNames.filter((name) => typeof reports[name] === 'function'),
    batches: true,
    collects: reports.collect !== undefined,
    defines: definitions !== undefined,
  };
}

/** The apps that the caller may see, by name. */
export async function appsFor({ reports, registry }: Host, caller: Caller): Promise<App[]> {
  const apps =
    registry === undefined ? await reports.apps() : typeof registry === 'function' ? await registry() : registry;
  return apps
    .filter(({ id }) => maySeeApp(caller, id))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The scope of a path: one app that exists and that the caller may see, or all of them. */
export async function scopeOf(host: Host, caller: Caller, app: string | undefined): Promise<Scope> {
  const scope: Scope = app === undefined ? 'superapp' : `apps/${app}`;
  demandScope(caller, scope);
  if (app !== undefined) await demandApp(host, caller, app);
  return scope;
}

/** Throws the 404 of an app that is not there, or not for this caller. */
export async function demandApp(host: Host, caller: Caller, app: string): Promise<void> {
  const ids = (await appsFor(host, caller)).map(({ id }) => id);
  if (ids.includes(app)) return;
  const message = `There is no app “${app}”.${suggestion(app, ids)}`;
  throw new ReportError('app_not_found', `${message} GET /v1/apps lists those you may see.`, [
    { parameter: 'app', message, allowed: nearestFirst(app, ids).slice(0, 20) },
  ]);
}
