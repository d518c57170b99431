import { BackEnd } from './back-end.js';

/** The one back end of the page. Imported before everything else, so that the worker starts while the page is still read. */
export const backEnd = new BackEnd(
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'back end' }),
);

// Unless the link names other data, the numbers that will be asked for are drawn while the page is still being read.
if (!new URLSearchParams(location.search).has('data')) void backEnd.useDemo();
