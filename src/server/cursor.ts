import { fingerprint } from './hash.js';

/**
 * Wraps a source's own cursor: opaque, and bound to the question that it continues. Changing the question between
 * pages, or the cursor itself, is noticed.
 */
export function sealCursor(inner: string, question: string): string {
  return `${toBase64Url(inner)}.${fingerprint(`${question}\n${inner}`)}`;
}

/** The source's own cursor, or nothing where this one was edited or belongs to another question. */
export function openCursor(sealed: string, question: string): string | undefined {
  const dot = sealed.indexOf('.');
  const inner = dot < 0 ? undefined : fromBase64Url(sealed.slice(0, dot));
  return inner !== undefined && sealCursor(inner, question) === sealed ? inner : undefined;
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): string | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
