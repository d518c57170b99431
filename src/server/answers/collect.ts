import { ReportError } from '#contract/problems.js';
import { bodyOf, checkDeclaredLength, limitBytes } from '../body.js';
import { demand, maySeeApp } from '../grant.js';
import { catalogOfHost, demandApp, type Exchange } from '../host.js';
import { plainJsonResponse } from '../respond.js';

/** `text/plain` is what `navigator.sendBeacon` sends without a preflight. */
const READ_TYPES = [
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/json',
  'text/plain',
];

/** Takes raw events of one app. Without a registry a new app is made by its first accepted event. */
export async function answerCollect(exchange: Exchange): Promise<Response> {
  const { host, caller, request, app = '' } = exchange;
  demand(caller, 'events.collect');
  if (host.registry || !maySeeApp(caller, app)) await demandApp(host, caller, app);
  if (app.length > 128) throw new ReportError('malformed', 'The id of an app has at most 128 characters.');
  if (!host.reports.collect) {
    throw new ReportError('not_available', 'This back end takes no events: they reach it another way.');
  }
  const body = await readBody(request, (await catalogOfHost(host)).limits.max_collect_bytes);
  const governed = await host.definitions?.govern(app);
  try {
    const outcome = await host.reports.collect(app, body, { signal: request.signal, ...governed?.rules });
    host.onCollected?.(outcome, app);
    return plainJsonResponse(outcome);
  } catch (error) {
    if (error instanceof ReportError && error.collected) host.onCollected?.(error.collected, app);
    throw error;
  } finally {
    // Its events have been taken by now, and sent again they would count twice: the sender is not told, the host is.
    await governed?.keep().catch((error: unknown) => host.onError?.(error, request));
  }
}

async function readBody(request: Request, maxBytes = Infinity): Promise<ReadableStream<Uint8Array>> {
  checkType(request.headers.get('Content-Type'));
  checkDeclaredLength(request, maxBytes);
  const encoding = request.headers.get('Content-Encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') {
    throw new ReportError('unsupported_media', `Content-Encoding ${encoding} is not read here. Send gzip, or none.`);
  }
  const stream = await bodyOf(request);
  if (!stream) throw new ReportError('malformed', 'The body is empty. Send events as NDJSON or as a JSON array.');
  return limitBytes(encoding === 'gzip' ? gunzip(stream) : stream, maxBytes);
}

function checkType(contentType: string | null): void {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || type === '' || READ_TYPES.includes(type)) return;
  const detail = `Content-Type ${type} is not read here. Send application/x-ndjson or application/json.`;
  throw new ReportError('unsupported_media', detail);
}

/** What is not gzip is the sender's fault; the stream alone would say so as a `TypeError`. */
function gunzip(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const decompress = new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>;
  const reader = stream.pipeThrough(decompress).getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (cause) {
        controller.error(new ReportError('malformed', 'The body is not gzip, or breaks off.', [], { cause }));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
