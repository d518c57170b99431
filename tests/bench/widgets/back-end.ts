// The drawn population behind a port, in a process of its own as a back end is. Prints where it listens.
import { listen } from '#server/node/listen.js';
import { createMockBackend } from '../../../mocks/backend.js';
import { demoZone } from '../../../docs/console/demo-app.js';

const mock = createMockBackend({ timezone: demoZone });
const { address } = await listen({ fetch: (request) => mock.respond(request) }, 0, '127.0.0.1');
await mock.respond(new Request(`${address}/v1/catalog`));
console.log(address);
