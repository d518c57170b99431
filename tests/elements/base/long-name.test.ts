import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { longName } from '#elements/base/long-name.js';
import { longNameStyles } from '#elements/base/long-name.styles.js';
import { tokens } from '#theme/tokens.js';

const text = 'Official account article';

class LongNameFixture extends LitElement {
  static override styles = [...tokens, longNameStyles];
  override render(): TemplateResult {
    return html`<div class="frame">${longName({ text, notSet: 'Not set' })}</div>`;
  }
}
customElements.define('long-name-fixture', LongNameFixture);

/** The name with the edges of its room and of what is drawn of its two halves. */
async function drawnIn(width: number) {
  const box = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px; font: 13px sans-serif"></div>`);
  const name = new LongNameFixture();
  box.append(name);
  await name.updateComplete;
  const short = name.shadowRoot!.querySelector<HTMLElement>('.short')!;
  const start = short.querySelector<HTMLElement>('.start')!;
  const tail = document.createRange();
  tail.selectNode(start.nextSibling!);
  return {
    text: short.textContent,
    room: short.getBoundingClientRect(),
    head: start.getBoundingClientRect(),
    tail: tail.getBoundingClientRect(),
    isHeadCut: start.scrollWidth > start.clientWidth,
  };
}

describe('a name of any length', () => {
  it('stands whole where it has room', async () => {
    const { tail, room, isHeadCut } = await drawnIn(400);
    expect(isHeadCut).to.equal(false);
    expect(tail.right).to.be.at.most(room.right + 0.5);
  });

  it('is cut in its middle where it has little: its tail stays whole', async () => {
    const { head, tail, room, isHeadCut } = await drawnIn(150);
    expect(isHeadCut).to.equal(true);
    expect(head.width).to.be.greaterThan(30);
    expect(tail.right).to.be.at.most(room.right + 0.5);
  });

  it('is cut at its end where the head would be a letter or none: never a tail that reads as another name', async () => {
    for (const width of [60, 80, 100, 120]) {
      const { head, tail, room } = await drawnIn(width);
      const headShown = Math.min(head.right, room.right) - room.left;
      expect(headShown, `${width} px`).to.be.greaterThan(Math.min(38, width - 1));
      // A tail that is not drawn at all has no box.
      if (tail.width > 0) expect(tail.left, `${width} px`).to.be.at.least(head.right - 0.5);
    }
  });

  it('is whole to assistive technology and in a copy', async () => {
    expect((await drawnIn(100)).text).to.equal(text);
  });
});
