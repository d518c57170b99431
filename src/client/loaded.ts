import type { Promised } from './decode/report-checks.js';
import { RequestError } from './request-error.js';

/** A part of the library that is loaded on demand; where it cannot be, the failure is one of the network. */
export async function loaded<Part>(part: Promised<Part>): Promise<Part> {
  try {
    return await part;
  } catch (cause) {
    throw new RequestError('network', 'A part of the client could not be loaded', { cause });
  }
}
