import { describe, expect, it, vi } from 'vitest';
import { gate, ok, problem, summaryExample } from '../stub-back-end.js';
import { app, users, setUp } from './stage.js';

describe('an identity', () => {
  it('takes what was kept for the one before with it, and its token', async () => {
    let identity = 'mei@acme';
    const getToken = vi.fn(() => `token of ${identity}`);
    const { client, asked } = setUp(() => ok(summaryExample()), { identity: () => identity, getToken });
    await client.summary(app, users);
    identity = 'mei@globex';
    await client.summary(app, users);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token of mei@acme',
      'Bearer token of mei@globex',
    ]);
  });

  it('never sees an answer that was under way for the one before', async () => {
    let identity = 'acme';
    const held = gate();
    const { client } = setUp(async () => (await held.opened, ok(summaryExample())), { identity: () => identity });
    const late = client.summary(app, users);
    identity = 'globex';
    const own = client.summary(app, users);
    await expect(late).rejects.toMatchObject({ kind: 'aborted' });
    held.open();
    expect((await own).metrics).toHaveLength(1);
  });

  it('outlives its token', async () => {
    let number = 0;
    const { client, asked } = setUp(
      ({ headers, path }) =>
        path.endsWith('me') && headers.get('authorization') === 'Bearer 1'
          ? problem(401)
          : ok(path.endsWith('me') ? { roles: [], permissions: [] } : summaryExample()),
      {
        identity: 'acme',
        getToken: () => String(++number),
      },
    );
    await client.summary(app, users);
    await client.me();
    await client.summary(app, users);
    expect(asked.map(({ path }) => path)).toEqual(['/v1/apps/lantern-tea/reports/summary', '/v1/me', '/v1/me']);
  });
});

describe('a 401', () => {
  it('is met with a new token, once', async () => {
    const getToken = vi.fn(({ renew }: { renew: boolean }) => (renew ? 'new' : 'old'));
    const { client, asked } = setUp(
      ({ headers }) => (headers.get('authorization') === 'Bearer new' ? ok({ apps: [] }) : problem(401)),
      { getToken },
    );
    expect(await client.apps()).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('is an error where the new token is refused too, or is the old one', async () => {
    let number = 0;
    const refusing = setUp(() => problem(401), { getToken: () => `token-${++number}` });
    await expect(refusing.client.apps()).rejects.toMatchObject({ kind: 'unauthorized', status: 401 });
    expect(refusing.asked).toHaveLength(2);
    const stubborn = setUp(() => problem(401), { getToken: () => 'the same' });
    await expect(stubborn.client.apps()).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(stubborn.asked).toHaveLength(1);
  });

  it('of several questions at once renews one token', async () => {
    const getToken = vi.fn(({ renew }: { renew: boolean }) => (renew ? 'new' : 'old'));
    const { client } = setUp(
      ({ headers, path }) =>
        headers.get('authorization') === 'Bearer old'
          ? problem(401)
          : ok(path.endsWith('me') ? { roles: [], permissions: [] } : { apps: [] }),
      { getToken },
    );
    await Promise.all([client.apps(), client.me()]);
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('is what a host that gives no token is told', async () => {
    const { client, asked } = setUp(() => ok({ apps: [] }), {
      getToken: () => Promise.reject(new Error('signed out')),
    });
    await expect(client.apps()).rejects.toMatchObject({ kind: 'unauthorized', cause: new Error('signed out') });
    expect(asked).toHaveLength(0);
  });
});
