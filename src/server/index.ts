/**
 * The whole metrics API as one function from `Request` to `Response`, over any report source.
 */
export { createHandler, type Handler, type HandlerOptions } from './handler.js';
export { type CorsOptions } from './cors.js';
export { type Grant, type Permissions } from './grant.js';
export { type AppRegistry } from './host.js';
export { problem, problemResponse, type ProblemExtras } from './problem.js';
export { serveOverPort, type PortLike } from './port.js';
