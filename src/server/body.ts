import { ReportError } from '#contract/problems.js';
import { jsonFaultPlace } from './json-place.js';

/** Reads a body as JSON; one that is too large or broken is a {@link ReportError} that says where. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  if (text.trim() === '') throw new ReportError('malformed', 'The body is empty. Send the question as JSON.');
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const { line, column } = jsonFaultPlace(text);
    const message = `The body is not JSON: it breaks at line ${String(line)}, column ${String(column)}.`;
    throw new ReportError('malformed', message, [{ parameter: 'body', message }], { cause });
  }
}

/** Passes a stream on until it holds more bytes than it may. */
export function limitBytes(stream: ReadableStream<Uint8Array>, maxBytes: number): ReadableStream<Uint8Array> {
  let bytes = 0;
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) controller.error(tooLarge(maxBytes));
        else controller.enqueue(chunk);
      },
    }),
  );
}

/** Refuses a body whose declared length is over the limit before a byte of it is read. */
export function checkDeclaredLength(request: Request, maxBytes: number): void {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

/** The body as a stream. Firefox has no `Request.body`, but every engine has that of a response. */
export async function bodyOf(request: Request): Promise<ReadableStream<Uint8Array> | null> {
  const { body } = request as { body?: ReadableStream<Uint8Array> | null };
  return body === undefined ? new Response(await request.arrayBuffer()).body : body;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  checkDeclaredLength(request, maxBytes);
  const stream = await bodyOf(request);
  if (!stream) return '';
  const reader = limitBytes(stream, maxBytes).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}

function tooLarge(maxBytes: number): ReportError {
  return new ReportError('too_large', `The body is larger than ${String(maxBytes)} bytes. Send it in parts.`);
}
