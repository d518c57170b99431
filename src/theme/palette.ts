import { heatSteps } from './heat.js';
import { seriesCount } from './series.js';

/** The colours of a widget as a canvas understands them (`rgba(…)`), and its font. */
export interface Palette {
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  readonly hairline: string;
  readonly line: string;
  readonly sunken: string;
  readonly raised: string;
  readonly bone: string;
  readonly weekend: string;
  readonly crosshair: string;
  readonly accentText: string;
  readonly accentFill: string;
  readonly selected: string;
  /** Good, bad, and worth a look. */
  readonly up: string;
  readonly down: string;
  readonly warn: string;
  /** The one series, its comparison, the wash under it, the bar behind a number. */
  readonly graph: string;
  readonly compare: string;
  readonly wash: string;
  readonly bar: string;
  /** Eight series, and what all others share. */
  readonly series: readonly string[];
  readonly other: string;
  /** Seven steps, each with the text that reads on it. */
  readonly heat: readonly { readonly fill: string; readonly text: string }[];
  /** Families only. */
  readonly font: string;
}

/**
 * Reads the palette in force at an element that has the tokens: a child of the shadow root of a widget
 * with `tokens` and `chartTokens`. A custom property
 * gives its raw text (`color-mix(…)`), so each colour is resolved by the browser on a probe.
 */
export function readPalette(parent: Element): Palette {
  const probes = new Map<string, HTMLElement>();
  // once to put up a probe for each, so that styles are computed one time and not for every colour
  paletteOf((token) => (probes.set(token, makeProbe(token)), ''), '');
  parent.append(...probes.values());
  try {
    const colour = (token: string): string => rgba(getComputedStyle(probes.get(token)!).color);
    return paletteOf(colour, getComputedStyle(parent).getPropertyValue('--ma-font').trim());
  } finally {
    for (const probe of probes.values()) probe.remove();
  }
}

function makeProbe(token: string): HTMLElement {
  const probe = document.createElement('span');
  probe.setAttribute('aria-hidden', 'true');
  probe.style.setProperty('position', 'absolute');
  probe.style.setProperty('visibility', 'hidden');
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.setProperty('color', `color(from var(--ma-${token}) srgb r g b / alpha)`);
  return probe;
}

function paletteOf(colour: (token: string) => string, font: string): Palette {
  return {
    surface: colour('surface'),
    text: colour('text'),
    muted: colour('muted'),
    faint: colour('faint'),
    hairline: colour('hairline'),
    line: colour('line'),
    sunken: colour('sunken'),
    raised: colour('raised'),
    bone: colour('bone'),
    weekend: colour('weekend'),
    crosshair: colour('crosshair'),
    accentText: colour('accent-text'),
    accentFill: colour('accent-fill'),
    selected: colour('selected'),
    up: colour('up'),
    down: colour('down'),
    warn: colour('warn'),
    graph: colour('graph'),
    compare: colour('compare'),
    wash: colour('wash'),
    bar: colour('bar'),
    series: numbered(seriesCount, (index) => colour(`series-${index}`)),
    other: colour('series-other'),
    heat: numbered(heatSteps, (index) => ({ fill: colour(`heat-${index}`), text: colour(`heat-${index}-text`) })),
    font,
  };
}

/** `color(srgb 0.17 0.31 0.66 / 0.08)` → `rgba(43, 79, 168, 0.08)`; channels outside the gamut are held to it. */
export function rgba(computed: string): string {
  const numbers = /^color\(srgb ([^)]*)\)$/.exec(computed)?.[1]?.split(/[\s/]+/);
  if (!numbers) return computed; // already rgb(…): a browser that resolves further
  const [red, green, blue, alpha = 1] = numbers.map((part) => (part === 'none' ? 0 : Number(part)));
  const channels = [red, green, blue].map((part = 0) => Math.round(Math.min(1, Math.max(0, part)) * 255));
  return `rgba(${channels.join(', ')}, ${Number(alpha.toFixed(4))})`;
}

function numbered<Item>(count: number, make: (number: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
