import { describe } from 'vitest';
import { textsStayTexts } from './injection.js';
import { openInMemory } from './same-as-engine.js';

describe('a text that somebody sends or asks is a text and never SQL:', () => {
  textsStayTexts(() => openInMemory);
});
