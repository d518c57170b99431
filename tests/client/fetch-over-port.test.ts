import { afterEach, describe, expect, it } from 'vitest';
import { fetchOverPort } from '#client/fetch-over-port.js';
import { isPortMessage, portMark, type PortRequest, type PortResponse } from '#contract/port-protocol.js';

const open: MessagePort[] = [];
afterEach(() => open.splice(0).forEach((port) => port.close()));

/** A port whose other end is this function. */
function portTo(
  answer: (message: PortRequest, reply: (message: PortResponse) => void, raw: MessagePort) => void,
): MessagePort {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  port2.onmessage = ({ data }) => {
    if (isPortMessage(data)) answer(data as PortRequest, (message) => port2.postMessage(message), port2);
  };
  return port1;
}

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const respond = (id: number, changes: Partial<Extract<PortResponse, { kind: 'response' }>> = {}): PortResponse => ({
  mark: portMark,
  kind: 'response',
  id,
  status: 200,
  statusText: '',
  headers: [],
  body: null,
  ...changes,
});

describe('fetch over a port', () => {
  it('carries method, address, headers and body there, and status, headers and body back', async () => {
    const fetch = fetchOverPort(
      portTo((message, reply) => {
        if (message.kind !== 'request') return;
        const asked = [
          message.method,
          message.url,
          new Map(message.headers).get('x-tenant'),
          new TextDecoder().decode(message.body ?? bytes('')),
        ];
        reply(respond(message.id, { status: 201, headers: [['etag', '"7"']], body: bytes(JSON.stringify(asked)) }));
      }),
    );
    const response = await fetch('http://back.end/v1/x?y=1', {
      method: 'POST',
      headers: { 'x-tenant': 'acme' },
      body: 'öffnen',
    });
    expect([response.status, response.headers.get('etag')]).toEqual([201, '"7"']);
    expect(await response.json()).toEqual(['POST', 'http://back.end/v1/x?y=1', 'acme', 'öffnen']);
  });

  it('gives each of several questions its own answer, whatever the order', async () => {
    const held: (() => void)[] = [];
    const fetch = fetchOverPort(
      portTo((message, reply) => {
        if (message.kind !== 'request') return;
        held.push(() => reply(respond(message.id, { body: bytes(message.url) })));
        if (held.length === 2) held.reverse().forEach((send) => send());
      }),
    );
    const [a, b] = await Promise.all([fetch('http://back.end/a'), fetch('http://back.end/b')]);
    expect([await a.text(), await b.text()]).toEqual(['http://back.end/a', 'http://back.end/b']);
  });

  it('builds answers that may hold no body', async () => {
    const fetch = fetchOverPort(portTo((message, reply) => reply(respond(message.id, { status: 304 }))));
    expect((await fetch('http://back.end/')).status).toBe(304);
  });

  it('fails like a network where the other end failed', async () => {
    const fetch = fetchOverPort(
      portTo((message, reply) => reply({ mark: portMark, kind: 'failure', id: message.id, message: 'out of memory' })),
    );
    await expect(fetch('http://back.end/')).rejects.toThrow(new TypeError('out of memory'));
  });

  it('tells the other end that nobody waits, and rejects with the reason', async () => {
    const control = new AbortController();
    let heard = (_kind: PortRequest): void => undefined;
    const abort = new Promise<PortRequest>((resolve) => (heard = resolve));
    const fetch = fetchOverPort(
      portTo((message) => (message.kind === 'abort' ? heard(message) : control.abort(new Error('moved on')))),
    );
    await expect(fetch('http://back.end/', { signal: control.signal })).rejects.toThrow('moved on');
    expect(await abort).toMatchObject({ kind: 'abort', id: 1 });
  });

  it('sends nothing where the signal has fired before', async () => {
    const kinds: string[] = [];
    const fetch = fetchOverPort(portTo((message) => kinds.push(message.kind)));
    await expect(fetch('http://back.end/', { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
    expect(kinds).toEqual([]);
  });

  it('leaves other messages on the port alone', async () => {
    const fetch = fetchOverPort(
      portTo((message, reply, raw) => {
        for (const noise of [null, 'hello', { kind: 'response', id: message.id }]) raw.postMessage(noise);
        reply(respond(message.id, { body: bytes('ours') }));
      }),
    );
    expect(await (await fetch('http://back.end/')).text()).toBe('ours');
  });
});
