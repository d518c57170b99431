import { afterEach, describe, expect, it } from 'vitest';
import { withDeadline } from '#server/node/operation/deadline.js';

describe('the signal of a request with a deadline', () => {
  const warnings: Error[] = [];
  const note = (warning: Error): number => warnings.push(warning);

  afterEach(() => process.off('warning', note));

  it('can be waited on by every question of a batch without a warning of a leak', async () => {
    process.on('warning', note);
    const answer = async ({ signal }: Request): Promise<Response> => {
      for (let question = 0; question < 50; question++) signal.addEventListener('abort', () => undefined);
      await new Promise(setImmediate); // Node warns in the next turn
      return new Response();
    };
    await withDeadline(new Request('http://127.0.0.1/v1/batch', { method: 'POST', body: '{}' }), 1000, answer);
    expect(warnings).toEqual([]);
  });
});
