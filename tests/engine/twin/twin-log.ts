import type { App, AppType, Environment, Profile, RawEvent, Source } from '#contract/api.js';

/** A raw event whose time is epoch milliseconds. */
export type TwinEvent = Omit<RawEvent, 'ts'> & { ts: number };

/** What the twin knows of a log. */
export interface TwinWorld {
  /** In the order they were ingested. */
  readonly events: readonly TwinEvent[];
  readonly roleOf: (name: string) => string | null;
  readonly sources: readonly Source[];
  /** The registry, where there is one. */
  readonly apps: readonly App[] | null;
}

/** Which part of a log a question is about. */
export interface TwinScope {
  /** `null` for the superapp. */
  readonly app: string | null;
  readonly appTypes: readonly AppType[] | null;
  readonly environment: Environment;
  readonly profile: Profile;
  /** Events from here on do not count. */
  readonly asOf: number;
}

/** One event in the light of its log. */
export interface Happening {
  readonly raw: TwinEvent;
  /** Place in the order of ingestion. */
  readonly place: number;
  readonly ts: number;
  readonly app: string;
  readonly role: string | null;
  /** Who it counts as in the scope. */
  readonly user: string;
  /** The same user of one app, whatever the scope. */
  readonly appUser: string;
  open: Open | null;
  /** Of a page view: how long it lasted. */
  stayMs: number;
}

/** One open. */
export interface Open {
  readonly user: string;
  readonly app: string;
  readonly events: Happening[];
  ended: boolean;
}

export const isVisit = (event: Happening) => event.role === 'launch' || event.role === 'page_view';
export const isPageView = (event: Happening) => event.role === 'page_view';
export const appOf = (event: TwinEvent) => event.app_id ?? 'default';
export const startOf = (open: Open) => open.events[0]!.ts;
export const pageViewsOf = (open: Open) => open.events.filter(isPageView);
export const stayOf = (open: Open) => pageViewsOf(open).reduce((sum, view) => sum + view.stayMs, 0);
export const depthOf = (open: Open) => new Set(pageViewsOf(open).map((view) => view.raw.page_path ?? null)).size;

/** Events in order of time, ties in ingestion order. */
function inOrder(events: readonly Happening[]): Happening[] {
  return [...events].sort((a, b) => a.ts - b.ts || a.place - b.place);
}

/** The events of a scope, in order, with their opens and stays. */
export function twinLog(world: TwinWorld, scope: TwinScope): Happening[] {
  const ids = new Set<string>();
  const first = world.events
    .map((raw, place) => ({ raw, place }))
    .filter(({ raw }) => {
      const isSecond = raw.event_id != null && ids.has(raw.event_id);
      if (raw.event_id != null) ids.add(raw.event_id);
      return !isSecond;
    });
  const known = first.filter(({ raw }) => raw.ts < scope.asOf);
  const guids = guidsOf(known);
  const happenings = known
    .filter(({ raw }) => isInScope(raw, world, scope))
    .map(({ raw, place }): Happening => {
      const appUser = JSON.stringify([appOf(raw), raw.user_id]);
      const user = scope.app === null ? (guids.get(appUser) ?? raw.user_id) : raw.user_id;
      return {
        raw,
        place,
        ts: raw.ts,
        app: appOf(raw),
        role: world.roleOf(raw.event),
        user,
        appUser,
        open: null,
        stayMs: 0,
      };
    });
  for (const events of groups(happenings, (event) => event.appUser).values()) {
    const ordered = inOrder(events);
    cutOpens(ordered, scope.profile);
    measureStays(ordered);
  }
  return inOrder(happenings);
}

/** All opens of a log. */
export function opensOf(log: readonly Happening[]): Open[] {
  return [...new Set(log.map((event) => event.open))].filter((open) => open !== null);
}

function isInScope(raw: TwinEvent, { apps }: TwinWorld, { app, appTypes, environment }: TwinScope): boolean {
  if ((raw.environment ?? 'production') !== environment) return false;
  if (app !== null) return appOf(raw) === app;
  const registered = apps?.find(({ id }) => id === appOf(raw));
  if (apps && !registered) return false;
  return appTypes === null || appTypes.includes(registered?.type ?? 'mini_program');
}

/** The first guid that any event of a user in an app carries. */
function guidsOf(events: readonly { raw: TwinEvent; place: number }[]): Map<string, string> {
  const guids = new Map<string, string>();
  for (const { raw } of [...events].sort((a, b) => a.raw.ts - b.raw.ts || a.place - b.place)) {
    const key = JSON.stringify([appOf(raw), raw.user_id]);
    if (raw.guid && !guids.has(key)) guids.set(key, raw.guid);
  }
  return guids;
}

function cutOpens(events: readonly Happening[], profile: Profile): void {
  const timeout = profile.session_timeout_seconds * 1000;
  const merge = (profile.merge_opens_under_seconds ?? 0) * 1000;
  let open: Open | null = null;
  for (const event of events) {
    const since: number = open ? event.ts - open.events.at(-1)!.ts : Infinity;
    const isInProgress = open !== null && !open.ended && since <= timeout;
    const begins = event.role === 'launch' || (event.role === 'page_view' && !isInProgress);
    const joins =
      isInProgress || (event.role === 'page_leave' && open !== null && since <= timeout) || (begins && since < merge);
    if (begins && !(since < merge)) open = { user: event.user, app: event.app, events: [], ended: false };
    else if (!joins) continue;
    open!.events.push(event);
    event.open = open;
    if (begins) open!.ended = false;
    if (event.role === 'background') open!.ended = true;
  }
}

function measureStays(events: readonly Happening[]): void {
  events.forEach((view, index) => {
    if (!isPageView(view)) return;
    view.stayMs = givenDuration(view, events.slice(index + 1)) ?? timeOnPage(view);
  });
}

function givenDuration(view: Happening, later: readonly Happening[]): number | null {
  if (view.raw.duration_ms != null) return view.raw.duration_ms;
  const nextView = later.findIndex(isPageView);
  const untilNextView = nextView < 0 ? later : later.slice(0, nextView);
  const leave = untilNextView.find(
    ({ role, raw }) => role === 'page_leave' && (raw.page_path ?? null) === (view.raw.page_path ?? null),
  );
  return leave?.raw.duration_ms ?? null;
}

function timeOnPage(view: Happening): number {
  const { events } = view.open!;
  const later = events.slice(events.indexOf(view) + 1);
  const next = later.find(({ role }) => role === 'page_view' || role === 'page_leave' || role === 'background');
  return (next ?? events.at(-1)!).ts - view.ts;
}

/** Things by a key, in order of first appearance. */
export function groups<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const group = found.get(keyOf(thing));
    if (group) group.push(thing);
    else found.set(keyOf(thing), [thing]);
  }
  return found;
}
