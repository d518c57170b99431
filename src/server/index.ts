/**
 * The whole metrics API as one function from `Request` to `Response`, over any report source.
 */
export { createHandler, type Definitions, type Handler, type HandlerOptions } from './handler.js';
export { type CorsOptions } from './cors.js';
export { TokenError, type Grant, type Permissions } from './grant.js';
export { type AppRegistry } from './host.js';
export { problem, problemResponse, type ProblemExtras } from './problem.js';
export { serveOverPort, type PortLike } from './port.js';

// Definitions and where they are kept: a page or worker that imports none of these does not carry them
export { createDefinitions, type DefinitionsOptions, type KeptDefinitions } from './definitions/create-definitions.js';
export { createIndexedDbStore } from './stores/indexed-db-store.js';
export { createMemoryStore } from './stores/memory-store.js';
export { type DocumentStore } from './stores/document-store.js';
