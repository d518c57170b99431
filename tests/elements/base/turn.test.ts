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

const place = document.createElement('div');

function busyFor(time: number): void {
  const began = performance.now();
  while (performance.now() - began < time);
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

  it('draws several in one task where each says when it is drawn', async () => {
    const { seen, taskEnds } = log();
    const pass = async (name: string): Promise<void> => {
      let tell = (): void => undefined;
      const drawn = new Promise<void>((resolve) => (tell = resolve));
      await turn({ isNear: true, drawn: () => drawn, place });
      seen.push(name);
      for (let step = 0; step < 20; step++) await Promise.resolve();
      seen.push(`${name} is done`);
      tell();
    };
    const end = taskEnds();
    await Promise.all(['a', 'b', 'c'].map(pass));
    await end;
    expect(seen).to.deep.equal(['a', 'a is done', 'b', 'b is done', 'c', 'c is done', 'task']);
  });

  it('begins a new task once one has taken its time', async () => {
    const { seen, taskEnds } = log();
    const pass = async (name: string): Promise<void> => {
      await turn({ isNear: true, drawn: () => Promise.resolve(), place });
      seen.push(name);
      busyFor(80);
    };
    const end = taskEnds();
    await Promise.all(['a', 'b'].map(pass));
    await end;
    expect(seen).to.deep.equal(['a', 'task', 'b']);
  });

  it('counts the layout of what is drawn, and does it at once', async () => {
    const { seen, taskEnds } = log();
    const slow = document.createElement('div');
    slow.getBoundingClientRect = () => {
      seen.push('layout');
      busyFor(80);
      return new DOMRect();
    };
    const pass = async (name: string): Promise<void> => {
      await turn({ isNear: true, drawn: () => Promise.resolve(), place: slow });
      seen.push(name);
    };
    const end = taskEnds();
    await Promise.all(['a', 'b'].map(pass));
    await end;
    // the last one's is left for the frame
    expect(seen).to.deep.equal(['a', 'layout', 'task', 'b']);
  });

  it('begins a new task for one that took long the last time', async () => {
    const long = document.createElement('div');
    const pass = async (seen: string[], name: string, where: Element, time: number): Promise<void> => {
      await turn({ isNear: true, drawn: () => Promise.resolve(), place: where });
      seen.push(name);
      busyFor(time);
    };
    const first: string[] = [];
    await Promise.all([pass(first, 'long', long, 80), pass(first, 'short', place, 0)]);
    const { seen, taskEnds } = log();
    const end = taskEnds();
    await Promise.all([pass(seen, 'short', place, 0), pass(seen, 'long', long, 0)]);
    await end;
    expect(seen).to.deep.equal(['short', 'task', 'long']);
  });

  it('lets what is near the viewport go before what is not, and waits for nobody who is never drawn', async () => {
    const seen: string[] = [];
    const pass = async (name: string, isNear: boolean): Promise<void> => {
      await turn({ isNear, drawn: () => new Promise(() => undefined), place });
      seen.push(name);
    };
    await Promise.all([pass('first', true), pass('far', false), pass('farther', false), pass('near', true)]);
    expect(seen).to.deep.equal(['first', 'near', 'far', 'farther']);
  });
});
