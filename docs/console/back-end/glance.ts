import { csvParseRows } from 'd3-dsv';
import type { Glance } from './protocol.js';

/** As much of a file as is looked into before it is read. */
const firstBytes = 200_000;
const longestExample = 60;
const mostEvents = 60;

/** Looks at the first rows of a file of events: which fields they have, and which events they name. */
export async function glance(file: Blob): Promise<Glance> {
  const text = await firstText(file);
  const rows = text.trimStart().startsWith('{') || text.trimStart().startsWith('[') ? jsonRows(text) : csvRows(text);
  const fields = new Map<string, string>();
  const events = new Set<string>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      if (!fields.get(name) && !fields.has(name)) fields.set(name, '');
      if (!fields.get(name)) fields.set(name, exampleOf(value));
      if (/^(event|event_?name|event_?type)$/i.test(name) && typeof value === 'string') events.add(value);
    }
  }
  return {
    fields: [...fields].map(([name, example]) => ({ name, example })),
    events: [...events].slice(0, mostEvents),
  };
}

async function firstText(file: Blob): Promise<string> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const stream = isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let read = 0; read < firstBytes;) {
      const { done, value } = await reader.read();
      if (done) break;
      read += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // A broken gzip: what it gave so far is all there is to see.
  }
  void reader.cancel().catch(() => undefined);
  return text;
}

/** Lines of NDJSON, or of an array that has an element a line; what is no object is passed over. */
function jsonRows(text: string): Record<string, unknown>[] {
  const whole = text.trimStart().startsWith('[') ? parsed(text) : undefined;
  if (Array.isArray(whole)) return whole.filter(isRecord);
  return text
    .split('\n')
    .map((line) => parsed(line.trim().replace(/^\[|,$|\]$/g, '')))
    .filter(isRecord);
}

function csvRows(text: string): Record<string, unknown>[] {
  const [header = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function exampleOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestExample ? `${text.slice(0, longestExample - 1)}…` : text;
}
