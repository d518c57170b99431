import { LitElement, html } from 'lit';
import { expect } from '@open-wc/testing';
import { readPalette, type Palette } from '#theme/palette.js';
import { chartTokens } from '#theme/chart-tokens.js';
import { themeNames, themes } from '#theme/themes.js';
import { tokens } from '#theme/tokens.js';

class Sheet extends LitElement {
  static override styles = [...tokens, ...chartTokens, themes];
  override render = () => html`<div></div>`;
}
customElements.define('test-contrast-sheet', Sheet);

const accents = ['', '#07c160', '#1677ff', '#ff6a00', '#c8102e', '#6d3bd1', '#111111'];

async function palette(theme: string, scheme: string, accent: string): Promise<Palette> {
  const sheet = new Sheet();
  sheet.setAttribute('theme', theme);
  sheet.setAttribute('scheme', scheme);
  if (accent) sheet.style.setProperty('--ma-accent', accent);
  document.body.append(sheet);
  await sheet.updateComplete;
  const read = readPalette(sheet.shadowRoot!.firstElementChild!);
  sheet.remove();
  return read;
}

function channels(colour: string): number[] {
  const parts = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(colour);
  if (!parts) throw new Error(`${colour} is not a colour that a canvas reads everywhere`);
  return parts.slice(1).map(Number);
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Pairs that miss what they must reach, as text, so that a failure names them all. */
function faults(pairs: readonly (readonly [name: string, colour: string, on: string])[], least: number): string[] {
  return pairs
    .map(([name, colour, on]) => [name, contrast(colour, on)] as const)
    .filter(([, reached]) => reached < least)
    .map(([name, reached]) => `${name} ${reached.toFixed(2)}`);
}

for (const theme of themeNames) {
  for (const scheme of ['light', 'dark']) {
    for (const accent of accents) {
      it(`${theme} ${scheme} is legible with the accent ${accent || 'of the theme'}`, async () => {
        const p = await palette(theme, scheme, accent);
        const planes = { surface: p.surface, sunken: p.sunken, raised: p.raised, selected: p.selected };
        const texts = { text: p.text, muted: p.muted, up: p.up, down: p.down, warn: p.warn, accentText: p.accentText };
        const onPlanes = Object.entries(texts).flatMap(([name, colour]) =>
          Object.entries(planes).map(([plane, on]) => [`${name} on ${plane}`, colour, on] as const),
        );
        expect(faults([...onPlanes, ['text on bar', p.text, p.bar], ['muted on bar', p.muted, p.bar]], 4.5)).to.eql([]);
        expect(
          faults(
            p.heat.map(({ fill, text }, i) => [`heat ${i + 1}`, text, fill] as const),
            4.5,
          ),
        ).to.eql([]);
        const graphics = {
          faint: p.faint,
          graph: p.graph,
          compare: p.compare,
          accentFill: p.accentFill,
          other: p.other,
        };
        const drawn = [
          ...Object.entries(graphics),
          ...p.series.map((colour, i) => [`series ${i + 1}`, colour] as const),
        ];
        expect(
          faults(
            drawn.map(([name, colour]) => [name, colour, p.surface] as const),
            3,
          ),
        ).to.eql([]);
      });
    }
  }
}
