import type { ReportSource } from '#contract/report-source.js';
import { createDefinitions, createMemoryStore, type Permissions } from '#server/index.js';
import { loopbackPermissions } from '#server/node/bearer.js';
import { bindServer, type BoundServer } from '#server/node/operation/bound-server.js';
import { operatedHandler } from '#server/node/operation/operated-handler.js';
import { parseServeArguments } from '#server/node/serve-arguments.js';
import { routes } from '#server/routes.js';
import { stubSource } from '../../fixtures/stub-source.js';

/** A server over HTTP on a free port of this machine, with what it told. */
export interface Serving extends BoundServer {
  readonly warned: string[];
  /** Begins to answer the contract. */
  load(): void;
}

/** Serves a stub with options of the command, and loads it unless it is to be loaded later. */
export async function serving(
  args: readonly string[] = [],
  {
    source = {},
    permissions = loopbackPermissions(),
    isLoaded = true,
  }: { source?: Partial<ReportSource>; permissions?: Permissions; isLoaded?: boolean } = {},
): Promise<Serving> {
  const warned: string[] = [];
  const warn = (text: string): void => void warned.push(text);
  const read = parseServeArguments(['--events', 'f', '--port', '0', ...args], ['standard']);
  if (read === 'help') throw new Error('Nothing is served by --help.');
  const definitions = createDefinitions({ store: createMemoryStore() });
  const server = await bindServer(read, [...routes, ...definitions.routes], warn);
  const load = (): void => {
    const parts = { reports: stubSource(source), definitions, permissions, server };
    server.gateway.open(operatedHandler(read, parts, warn));
  };
  if (isLoaded) load();
  return { ...server, warned, load };
}

/** A promise to be resolved from outside. */
export function gate<Value = void>(): { open: (value: Value) => void; opened: Promise<Value> } {
  let open: (value: Value) => void;
  const opened = new Promise<Value>((resolve) => (open = resolve));
  return { open: open!, opened };
}

/** A source whose `days` tell that they were asked, and answer when they are let. */
export function slowDays() {
  const [asked, answer, aborted] = [gate(), gate(), gate<unknown>()];
  const days: ReportSource['days'] = async (_scope, _query, context) => {
    context?.signal?.addEventListener('abort', () => {
      aborted.open(context.signal?.reason);
    });
    asked.open();
    await answer.opened;
    return { timezone: 'UTC', days: [], data_as_of: '2026-11-22T05:30:00Z' };
  };
  return { source: { days }, asked: asked.opened, answer: answer.open, aborted: aborted.opened };
}
