import { mouse } from './hands.js';
import { playThrough } from './play-through.js';

it('custom analysis plays through with the mouse: define, check, test, publish, analyse, build, compare, download', async function () {
  this.timeout(50_000);
  await playThrough(mouse);
});
