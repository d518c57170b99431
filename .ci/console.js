import { build, preview } from 'vite';

// Built, not served from source: the first numbers should stand within a second of navigation.
await build({ logLevel: 'warn' });
const server = await preview();
console.log(`The host console is at ${server.resolvedUrls?.local[0] ?? 'the address above'}`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    // Vite ends the process itself, with the signal's code where there is none.
    process.exitCode = 0;
    void server.close().then(() => process.exit());
  });
}
