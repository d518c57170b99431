/** Judges a back end by the rules of the contract. */
export { conform, NoBackEnd, type ConformOptions } from './conform.js';
export type { OpenApiDocument } from './document/contract-document.js';
export { rules } from './rules/index.js';
export type { Finding, Rule } from './rule.js';
export { isKept, type Outcome, type Verdict } from './verdict.js';
