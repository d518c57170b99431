import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/**
 * Starts WebKitGTK's WebDriver on a free port and waits until it answers; it ends with this process.
 * @param {string} executable
 * @returns {Promise<number>} the port
 */
export async function startWebKitDriver(executable) {
  const port = await freePort();
  const env = { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  const driver = spawn(executable, [`--port=${port}`], { env, stdio: 'ignore' });
  process.once('exit', () => driver.kill());
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await answers(`http://127.0.0.1:${port}/status`)) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${executable} did not answer on port ${port} within 10 s`);
}

/** @param {string} url */
async function answers(url) {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
