import { backEnd } from './back-end/start.js';

// The worker starts while the rest of the page is still being read.
const [{ Console }] = await Promise.all([import('./console.js'), import('./widgets.js')]);
await new Console(backEnd).start();
