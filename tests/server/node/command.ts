import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The command as its own process. */
export interface Command {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The address it prints; rejects where it ends without one. */
  address(): Promise<string>;
  /** The exit code, or the signal that ended it. */
  ended(): Promise<number | string>;
}

/** Runs the command from source, as `npm run serve` does. */
export function runServe(...args: string[]): Command {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', 'src/serve.ts', ...args], {
    cwd: ROOT,
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const closed = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return {
    process: child,
    stdout: () => out,
    stderr: () => err,
    ended: () => closed,
    address: async () => {
      while (!out.includes('\n')) {
        const end = await Promise.race([once(child.stdout, 'data').then(() => undefined), closed]);
        if (end !== undefined && !out.includes('\n')) throw new Error(`It ended with ${String(end)}:\n${err}`);
      }
      const [, address] = /^Listening on (http:\/\/\S+)\n$/.exec(out) ?? [];
      if (address === undefined) throw new Error(`It printed something else: ${out}`);
      return address;
    },
  };
}
