import { describe, expect, it, vi } from 'vitest';
import { Flight } from '#client/flight.js';

/** Lets what is due in microtasks happen. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function launch() {
  const left = vi.fn();
  let signal = new AbortController().signal;
  let land = (_answer: unknown): void => undefined;
  const flight = new Flight((given) => {
    signal = given;
    return new Promise((resolve) => (land = resolve));
  }, left);
  return { flight, left, land: (answer: unknown) => land(answer), isAborted: () => signal.aborted };
}

describe('a shared question', () => {
  it('answers all who wait', async () => {
    const { flight, land, left } = launch();
    const both = Promise.all([flight.join(), flight.join()]);
    land(7);
    expect(await both).toEqual([7, 7]);
    expect(left).toHaveBeenCalled();
  });

  it('goes on while one of them still waits', async () => {
    const { flight, land, isAborted } = launch();
    const control = new AbortController();
    const gone = flight.join(control.signal);
    const stays = flight.join();
    control.abort('moved on');
    await expect(gone).rejects.toMatchObject({ kind: 'aborted', cause: 'moved on' });
    await turn();
    expect(isAborted()).toBe(false);
    land(7);
    expect(await stays).toBe(7);
  });

  it('is aborted when the last one has gone', async () => {
    const { flight, left, isAborted } = launch();
    const control = new AbortController();
    const gone = flight.join(control.signal).catch(() => undefined);
    control.abort();
    await gone;
    await turn();
    expect(isAborted()).toBe(true);
    expect(left).toHaveBeenCalled();
  });

  it('survives one who leaves and comes back at once', async () => {
    const { flight, land, isAborted } = launch();
    const control = new AbortController();
    flight.join(control.signal).catch(() => undefined);
    control.abort();
    const back = flight.join();
    await turn();
    expect(isAborted()).toBe(false);
    land(7);
    expect(await back).toBe(7);
  });
});
