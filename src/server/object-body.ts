import { ReportError } from '#contract/problems.js';
import { readJson } from './body.js';
import { catalogOfHost, type Exchange } from './host.js';
import { isObject, show } from './question/reader.js';

/** Reads a body that has to be a JSON object; `what` it is, is said where it is not. */
export async function readObject({ request, host }: Exchange, what: string): Promise<Record<string, unknown>> {
  const { limits } = await catalogOfHost(host);
  const body = await readJson(request, limits.max_body_bytes);
  if (isObject(body)) return body;
  const message = `${show(body)} has to be an object: ${what}.`;
  throw new ReportError('malformed', message, [{ parameter: 'body', message }]);
}
