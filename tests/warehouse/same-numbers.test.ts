import { describe } from 'vitest';
import { openInMemory } from './same-as-engine.js';
import { sameNumbers } from './same-numbers.js';

describe('the warehouse answers as the engine does', () => {
  sameNumbers(() => openInMemory);
});
