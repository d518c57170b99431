// Asking
export { type Client, type ClientOptions, createClient } from './client.js';
export { configureDefault, defaultClient, onDefaultClient } from './default-client.js';
export { fetchOverPort } from './fetch-over-port.js';
export {
  type Collection,
  createDefinitionsClient,
  type DefinitionsClient,
  type EventDefinitionsClient,
  type Versioned,
} from './definitions.js';

// What can go wrong
export { ContractError, RequestError, type RequestErrorKind } from './request-error.js';

// Parts of the options
export { type CachePolicy } from './answer-cache.js';
export { type RetryPolicy } from './retry.js';
export { type AskOptions } from './session.js';
export { type Timers } from './timers.js';
export { type GetToken } from './token-source.js';
export { type Fetch } from './wire.js';
