import { http, type HttpHandler } from 'msw';
import { createMockBackend, MockBackend, type MockBackendOptions } from './backend.js';

/**
 * MSW handlers that answer the whole contract: hand them to `setupWorker` or `setupServer`.
 *
 * @example
 * const mock = createMockBackend({ scenario: 'slow' });
 * await setupWorker(...mockHandlers(mock)).start();
 * mock.scenario = 'offline';
 */
export function mockHandlers(mock: MockBackend | MockBackendOptions = {}, baseUrl = '*'): HttpHandler[] {
  const backend = mock instanceof MockBackend ? mock : createMockBackend(mock);
  return [http.all(`${baseUrl.replace(/\/$/, '')}/v1/*`, ({ request }) => backend.respond(request))];
}
