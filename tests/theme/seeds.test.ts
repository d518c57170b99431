import { html, LitElement } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { chartTokens } from '#theme/chart-tokens.js';
import { forcedColors } from '#theme/forced-colors.js';
import { readPalette } from '#theme/palette.js';
import { PaletteController } from '#theme/palette-controller.js';
import { themes } from '#theme/themes.js';
import { tokens } from '#theme/tokens.js';

class Drawing extends LitElement {
  static override styles = [...tokens, ...chartTokens, themes];
  readonly colours = new PaletteController(this);
  override render = () => html`<div></div>`;
}
customElements.define('test-drawing', Drawing);

async function drawing(template = html`<test-drawing></test-drawing>`): Promise<Drawing> {
  const root = await fixture<HTMLElement>(template);
  const found = root instanceof Drawing ? root : root.querySelector<Drawing>('test-drawing')!;
  await found.updateComplete;
  await found.updateComplete;
  return found;
}

const paletteOf = (of: Drawing) => readPalette(of.shadowRoot!.firstElementChild!);

/** Resolves once the palette of a drawing is another one; the test's time is the limit. */
async function changed(of: Drawing, act: () => unknown): Promise<void> {
  const before = of.colours.palette?.surface;
  await act();
  while (of.colours.palette?.surface === before) await new Promise(requestAnimationFrame);
}

describe('seeds', () => {
  it('are those of porcelain where nobody sets any', async () => {
    const palette = paletteOf(await drawing());
    expect([palette.surface, palette.text]).to.eql(['rgba(255, 255, 255, 1)', 'rgba(27, 31, 41, 1)']);
    expect(palette.graph).to.equal('rgba(44, 79, 169, 1)');
  });

  it('reach a widget from any ancestor, and everything derived follows', async () => {
    const palette = paletteOf(
      await drawing(
        html`<div style="--ma-surface: #fffbe6; --ma-text: #000">
          <p><test-drawing></test-drawing></p>
        </div>`,
      ),
    );
    expect(palette.surface).to.equal('rgba(255, 251, 230, 1)');
    expect(palette.muted).to.not.equal(paletteOf(await drawing()).muted);
  });

  it('of a vendor are stronger than a theme', async () => {
    const palette = paletteOf(
      await drawing(html`<div style="--ma-accent: #8a1538"><test-drawing theme="instrument"></test-drawing></div>`),
    );
    expect(palette.accentFill).to.equal('rgba(138, 21, 56, 1)');
    expect(palette.text).to.equal('rgba(20, 25, 29, 1)');
  });
});

describe('the scheme', () => {
  it('is that of the page around', async () => {
    const dark = await drawing(html`<div style="color-scheme: dark"><test-drawing></test-drawing></div>`);
    expect(paletteOf(dark).surface).to.equal('rgba(21, 23, 28, 1)');
  });

  it('can be set on the widget, against the page', async () => {
    const light = await drawing(
      html`<div style="color-scheme: dark"><test-drawing scheme="light"></test-drawing></div>`,
    );
    expect(paletteOf(light).surface).to.equal('rgba(255, 255, 255, 1)');
  });

  it('follows the reader’s system where it is auto, against the page', async () => {
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    const page = isDark ? 'light' : 'dark';
    const auto = await drawing(
      html`<div style="color-scheme: ${page}"><test-drawing scheme="auto"></test-drawing></div>`,
    );
    expect(paletteOf(auto).surface).to.equal(isDark ? 'rgba(21, 23, 28, 1)' : 'rgba(255, 255, 255, 1)');
  });
});

describe('a theme', () => {
  it('ends where another begins', async () => {
    const inner = await drawing(
      html`<div style="--ma-theme-text: red; --ma-theme-strong: 600">
        <test-drawing theme="porcelain"></test-drawing>
      </div>`,
    );
    expect(paletteOf(inner).text).to.equal('rgba(27, 31, 41, 1)');
  });
});

describe('the palette of a canvas', () => {
  it('is a colour that every canvas reads, thin ones too', async () => {
    const { wash, series, heat, other } = paletteOf(await drawing());
    expect(wash).to.equal('rgba(44, 79, 169, 0.08)');
    const all = [...series, other, ...heat.flatMap(({ fill, text }) => [fill, text])];
    expect(series).to.have.length(8);
    expect(heat).to.have.length(7);
    expect(all.filter((colour) => !/^rgba\(\d+, \d+, \d+, [\d.]+\)$/.test(colour))).to.eql([]);
  });

  it('tells eight series apart: no two colours are the same', async () => {
    for (const theme of ['porcelain', 'instrument']) {
      const { series } = paletteOf(await drawing(html`<test-drawing theme=${theme}></test-drawing>`));
      expect(new Set(series).size, theme).to.equal(8);
    }
  });

  it('is read anew when a seed changes on an ancestor', async () => {
    const of = await drawing(html`<div><test-drawing></test-drawing></div>`);
    await changed(of, () => of.parentElement!.style.setProperty('--ma-surface', '#000000'));
    expect(of.colours.palette?.surface).to.equal('rgba(0, 0, 0, 1)');
  });

  it('is read anew when the scheme changes, on the widget or around it', async () => {
    const of = await drawing(html`<div style="color-scheme: light"><test-drawing></test-drawing></div>`);
    await changed(of, () => of.parentElement!.style.setProperty('color-scheme', 'dark'));
    expect(of.colours.palette?.surface).to.equal('rgba(21, 23, 28, 1)');
    await changed(of, () => of.setAttribute('scheme', 'light'));
    expect(of.colours.palette?.surface).to.equal('rgba(255, 255, 255, 1)');
  });

  it('holds the reader’s own colours in forced-colors mode', async () => {
    // no driver of these tests can force colours: the rules stand without their condition
    const of = await drawing();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(forcedColors.cssText.replace('(forced-colors: active)', 'all'));
    of.shadowRoot!.adoptedStyleSheets.push(sheet);
    const { surface, text, muted, up, down, faint } = paletteOf(of);
    expect([muted, up, down, faint]).to.eql([text, text, text, text]);
    expect([surface, text]).to.eql(['rgba(255, 255, 255, 1)', 'rgba(0, 0, 0, 1)']);
  });

  it('leaves no probe behind', async () => {
    const of = await drawing();
    paletteOf(of);
    expect(of.shadowRoot!.firstElementChild!.childElementCount).to.equal(0);
  });
});
