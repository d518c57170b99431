// What only some who ask need; loaded with the first of them.
export { collect } from './collect.js';
export * from './decode/further-answers.js';
