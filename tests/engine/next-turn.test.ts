import { describe, expect, it } from 'vitest';
import { nextTurn } from '#engine/next-turn.js';

describe('a turn of the event loop', () => {
  it('comes after messages that have arrived, which a microtask does not', async () => {
    const { port1, port2 } = new MessageChannel();
    const heard: string[] = [];
    const done = new Promise<void>((resolve) => {
      port2.onmessage = ({ data }) => {
        heard.push(data as string);
        if (data === 'first') {
          void Promise.resolve().then(() => heard.push('microtask'));
          void nextTurn().then(() => {
            heard.push('turn');
            resolve();
          });
        }
      };
    });
    port1.postMessage('first');
    port1.postMessage('second');
    await done;
    port1.close();
    expect(heard).toEqual(['first', 'microtask', 'second', 'turn']);
  });

  it('is one of its own for each who waits, in order', async () => {
    const order: string[] = [];
    const between = () => setImmediate(() => order.push('between'));
    await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        await nextTurn();
        order.push(name);
        between();
      }),
    );
    expect(order.filter((name) => name !== 'between')).toEqual(['a', 'b', 'c']);
    expect(order.indexOf('between')).toBeLessThan(order.indexOf('c'));
  });
});
