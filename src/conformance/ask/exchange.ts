/** A request to a back end. */
export interface Ask {
  readonly method: string;
  /** Below the base URL, with its query string: `/v1/catalog`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is where it is a text. */
  readonly body?: unknown;
  /** The bearer token; `null` for none, left out for the one that the kit was given. */
  readonly token?: string | null;
}

/** A request and what came back. */
export interface Exchange extends Ask {
  /** The request as a person can send it again. */
  readonly asked: string;
  /** 0 where the connection broke before there was an answer. */
  readonly status: number;
  readonly answerHeaders: Headers;
  readonly text: string;
  /** The body as JSON; `undefined` where it is none. */
  readonly json: unknown;
}

const LONGEST = 600;

/** A request as a person reads and repeats it. The token is never written. */
export function written({ method, path, body, headers }: Ask): string {
  const names = Object.entries(headers ?? {}).filter(([name]) => name !== 'Content-Type');
  const lines = names.map(([name, value]) => ` ${name}: ${value}`).join('');
  const content = body === undefined ? '' : ` ${shortened(typeof body === 'string' ? body : JSON.stringify(body))}`;
  return `${method} ${shortened(path)}${lines}${content}`;
}

/** A text that is cut where it is too long to read. */
export function shortened(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** A JSON value as a finding quotes it. */
export function quoted(value: unknown): string {
  return shortened(value === undefined ? 'nothing' : JSON.stringify(value));
}
