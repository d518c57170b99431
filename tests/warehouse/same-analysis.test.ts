import { describe } from 'vitest';
import { openInMemory } from './same-as-engine.js';
import { sameAnalysis } from './same-analysis.js';

describe('the warehouse answers as the engine does', () => {
  sameAnalysis(() => openInMemory);
});
