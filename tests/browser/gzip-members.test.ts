import { expect } from '@open-wc/testing';
import { ingestEvents } from '#engine/ingest/ingest-events.js';

const lines = (count: number, name: string) =>
  Array.from({ length: count }, (_, i) => `{"user_id":"${name}${i % 97}","ts":${i},"event":"launch"}\n`).join('');

async function packed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function accepted(input: Blob): Promise<number> {
  const outcome = await ingestEvents({ append: ({ length }) => ({ accepted: length, duplicate: 0 }) }, input);
  return outcome.accepted;
}

// A browser's DecompressionStream takes one member only, Node's takes several: only here can this be seen.
describe('gzip in a browser', () => {
  it('is unpacked', async () => {
    expect(await accepted(new Blob([await packed(lines(50_000, 'a'))]))).to.equal(50_000);
  });

  it('is unpacked where it has several members', async () => {
    const members = [
      await packed(lines(1, 'a')),
      await packed(lines(40_000, 'b')),
      await packed(''),
      await packed(lines(3, 'c')),
    ];
    expect(await accepted(new Blob(members))).to.equal(40_004);
  });

  it('is refused where it is cut off or followed by something else', async () => {
    const whole = await packed(lines(5000, 'a'));
    for (const broken of [new Blob([whole.subarray(0, -20)]), new Blob([whole, 'more'])]) {
      const refusal: unknown = await accepted(broken).catch((error: unknown) => error);
      expect(refusal).to.have.property('code', 'unreadable');
    }
  });
});
