// The one-file build: every element under `ma-`, and what a page's own script needs to feed them.
import './define.js';

export * from './index.js';
export * from '#client/index.js';
