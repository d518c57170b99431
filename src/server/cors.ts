/** Which pages of other origins may ask. */
export interface CorsOptions {
  /** Origins as a browser writes them (`https://console.example`), or `*` for any. */
  readonly origins: readonly string[];
  /** How long a browser keeps a preflight, in seconds. Default two hours, which is what Chromium keeps at most. */
  readonly maxAge?: number;
}

const TWO_HOURS = 7200;

/** Answers a preflight, or nothing where the request is none. Without a permitted origin it grants nothing. */
export function preflight(request: Request, allow: string, cors?: CorsOptions): Response {
  const headers = new Headers({ Allow: allow, Vary: 'Origin' });
  if (cors && grantedOrigin(request, cors)) {
    headers.set('Access-Control-Allow-Methods', allow);
    headers.set(
      'Access-Control-Allow-Headers',
      'Authorization, Content-Type, If-Match, If-None-Match, Content-Encoding',
    );
    headers.set('Access-Control-Max-Age', String(cors.maxAge ?? TWO_HOURS));
  }
  return new Response(null, { status: 204, headers });
}

/** Lets a permitted origin read an answer, and the headers that a client needs of it. */
export function withCors(response: Response, request: Request, cors?: CorsOptions): Response {
  const origin = cors && grantedOrigin(request, cors);
  if (!origin) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Expose-Headers', 'ETag, Retry-After');
  return response;
}

function grantedOrigin(request: Request, { origins }: CorsOptions): string | undefined {
  const origin = request.headers.get('Origin');
  if (origin === null) return undefined;
  return origins.includes('*') || origins.includes(origin) ? origin : undefined;
}
