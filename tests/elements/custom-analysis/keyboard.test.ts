import { keyboard } from './hands.js';
import { playThrough } from './play-through.js';

it('custom analysis plays through with the keyboard alone', async function () {
  this.timeout(50_000);
  await playThrough(keyboard);
});
