import { expect } from '@open-wc/testing';
import { turn } from '#elements/base/turn.js';

/** Writes what happens, and where one task ends and the next begins. */
function log(): { seen: string[]; taskEnds: () => Promise<void> } {
  const seen: string[] = [];
  const taskEnds = (): Promise<void> =>
    new Promise((resolve) =>
      setTimeout(() => {
        seen.push('task');
        resolve();
      }),
    );
  return { seen, taskEnds };
}

describe('turn', () => {
  it('lets whoever comes alone go on in the same task', async () => {
    const { seen, taskEnds } = log();
    const end = taskEnds();
    await turn();
    seen.push('alone');
    await end;
    expect(seen).to.deep.equal(['alone', 'task']);
    await turn();
  });

  it('gives each of several who come at once a task of its own, in order', async () => {
    const { seen } = log();
    const pass = async (name: string): Promise<void> => {
      await turn();
      seen.push(name);
      // whoever went on in the same task would come in between
      for (let step = 0; step < 20; step++) await Promise.resolve();
      seen.push(`${name} is done`);
    };
    await Promise.all(['a', 'b', 'c'].map(pass));
    expect(seen).to.deep.equal(['a', 'a is done', 'b', 'b is done', 'c', 'c is done']);
  });
});
