import { type Client, type ClientOptions, createClient } from '#client/client.js';

type Reach = Pick<ClientOptions, 'baseUrl' | 'getToken' | 'identity'>;

const clients: { readonly reach: Reach; readonly client: Client }[] = [];
const most = 32;

/**
 * The client of widgets that name a back end themselves: those that name the same one share it, and with it their
 * requests. Another token source or identity is another client, and nothing of the one before is shown.
 */
export function sharedClient(reach: Reach): Client {
  const known = clients.find(
    ({ reach: { baseUrl, getToken, identity } }) =>
      baseUrl === reach.baseUrl && getToken === reach.getToken && identity === reach.identity,
  );
  if (known) return known.client;
  const client = createClient(reach);
  clients.unshift({ reach, client });
  clients.length = Math.min(clients.length, most);
  return client;
}
