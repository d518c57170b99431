#!/usr/bin/env node
/**
 * The package's one command: `conform …` judges a back end, `serve …` serves one. Options without a word before them
 * serve, as they always have.
 */
const [word] = process.argv.slice(2);
if (word === 'conform' || word === 'serve') process.argv.splice(2, 1);
if (word === 'conform') await import('./conform.js');
else await import('./serve.js');

export {};
