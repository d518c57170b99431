import type { Ask, Exchange } from '../../ask/exchange.js';
import { NotApplicable } from '../../rule.js';
import { lacks, plainStudy, type Subject } from '../../subject/subject.js';
import { pathOf } from '../../ask/asker.js';

/** A kind of thing that a back end keeps for the caller. */
export interface Kept {
  readonly id: string;
  readonly what: string;
  /** Below the app. */
  readonly folder: 'events' | 'funnels';
  readonly list: 'definitions' | 'funnels';
  readonly permission: 'events.write' | 'funnels.write';
  /** A body to save, and the same changed in something that may change. */
  readonly body: (name: string) => object;
  readonly changed: (name: string) => object;
  /** A body whose name the rules refuse. */
  readonly refused: object;
}

const event = (name: string, template: string) => ({
  name,
  display_name: name.slice(0, 32),
  method: 'manual',
  template,
  actions: [{ trigger: 'click', report: 'once', page: 'pages/home', element: '#buy', data: [] }],
});
const funnel = (name: string, window_seconds: number) => ({
  name,
  steps: [{ event: 'launch' }, { event: 'page_view' }],
  window_seconds,
});

/** Event definitions, which stay drafts: nothing that is collected heeds them. */
export const eventDefinitions: Kept = {
  ...{
    id: 'definition',
    what: 'an event definition',
    folder: 'events',
    list: 'definitions',
    permission: 'events.write',
  },
  body: (name) => event(name, 'blank'),
  changed: (name) => event(name, 'share'),
  refused: event('Not a name', 'blank'),
};

/** Saved funnels. */
export const savedFunnels: Kept = {
  ...{ id: 'funnel', what: 'a saved funnel', folder: 'funnels', list: 'funnels', permission: 'funnels.write' },
  body: (name) => funnel(name, 60),
  changed: (name) => funnel(name, 3600),
  refused: { name: '', steps: [] },
};

/** Why nothing can be written here; nothing where it can. */
export function cannotWrite(subject: Subject, { permission }: Kept): string | undefined {
  if (!subject.catalog.defines) return 'it keeps no definitions';
  if (!subject.leave.write) return 'nothing may be written';
  return lacks(subject, permission);
}

/** The folder of an app in which things are kept. */
export function folderOf(subject: Subject, { folder }: Kept): string {
  const path = pathOf(plainStudy(subject).scope);
  if (!path.startsWith('/v1/apps/')) throw new NotApplicable('there is no app');
  return `${path}/${folder}`;
}

/** Makes a thing, hands it over, and deletes it whatever happens. */
export async function withOne<Value>(
  subject: Subject,
  kept: Kept,
  use: (made: Exchange, path: string, name: string) => Promise<Value>,
): Promise<Value> {
  const folder = folderOf(subject, kept);
  // A name that an earlier run may have left behind is not met again.
  const name = `conformance_${Math.floor(performance.now() * 1000 + performance.timeOrigin).toString(36)}`.slice(0, 32);
  const made = await subject.asker.send({ method: 'POST', path: folder, body: kept.body(name) });
  const id = (made.json as { id?: unknown } | undefined)?.id;
  const path = `${folder}/${encodeURIComponent(String(id))}`;
  try {
    return await use(made, path, name);
  } finally {
    if (made.status === 201) await subject.asker.send(removal(path, '*'));
  }
}

/** The request that deletes a thing. */
export function removal(path: string, ifMatch?: string): Ask {
  return { method: 'DELETE', path, ...(ifMatch === undefined ? {} : { headers: { 'If-Match': ifMatch } }) };
}
