import { createClient, type Client, type ClientOptions } from '#client/index.js';
import type { App } from '#contract/api.js';
import { backEnd } from './back-end/start.js';
import { demoApp, demoZone } from './demo-app.js';
import type { DataSource } from './state/console-state.js';

/** What the console shows the numbers of. */
export interface Dataset {
  /** `null` until the data that the link names has been read. */
  readonly source: DataSource | null;
  readonly client: Client;
  /** Zone of its reports where the reader chooses none. */
  readonly zone: string;
  /** The app that is shown where the reader chooses none. */
  readonly firstApp: string;
  /** Name of the file, where it is one. */
  readonly file: string | null;
  /** Where the back end answers, where it is not in the page. */
  readonly address: string | null;
  /** The apps; asked once. */
  readonly apps: () => Promise<readonly App[]>;
}

/** The drawn population. Its first app is known here, so that no question has to be answered before the first numbers. */
export function demoDataset(): Dataset {
  return dataset('demo', demoZone, demoApp, null);
}

/** Nothing yet, while data is being read: widgets that ask it wait. */
export function comingDataset(): Dataset {
  const client = createClient({ fetch: () => new Promise(() => {}), timeoutMs: 0 });
  const apps = (): Promise<readonly App[]> => Promise.resolve([]);
  return { source: null, client, zone: 'UTC', firstApp: 'coming', file: null, address: null, apps };
}

/** A file that the worker has read. */
export async function fileDataset(source: DataSource, file: string): Promise<Dataset> {
  const whole = dataset(source, 'UTC', '', file);
  const [app] = await whole.apps();
  return { ...whole, firstApp: app?.id ?? '' };
}

/**
 * A back end at an address, asked as any host would. Rejects with the client's `RequestError` where it does not answer,
 * or not to this reader.
 */
export async function servedDataset(address: string, token: string): Promise<Dataset> {
  const asked: ClientOptions = { baseUrl: address, ...(token && { getToken: () => token }) };
  const whole = dataset('served', 'UTC', '', null, asked);
  const [catalog, apps] = await Promise.all([whole.client.catalog(), whole.apps()]);
  return { ...whole, address, zone: catalog.default_timezone, firstApp: apps[0]?.id ?? '' };
}

function dataset(
  source: DataSource,
  zone: string,
  firstApp: string,
  file: string | null,
  options: ClientOptions = { fetch: backEnd.fetch },
): Dataset {
  const client = createClient(options);
  let apps: Promise<readonly App[]> | undefined;
  return { source, client, zone, firstApp, file, address: null, apps: () => (apps ??= client.apps()) };
}
