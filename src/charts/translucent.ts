const HEX = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;
const RGB = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+))?\s*\)$/i;

/** The colour with only this share of its opacity. A colour in another notation than hex or rgb is left as it is. */
export function translucent(colour: string, share: number): string {
  const hex = HEX.exec(colour);
  if (hex)
    return rgba(
      hex.slice(1, 4).map((part) => Number.parseInt(part, 16)),
      share,
    );
  const rgb = RGB.exec(colour);
  if (rgb) return rgba(rgb.slice(1, 4).map(Number), Number(rgb[4] ?? 1) * share);
  return colour;
}

function rgba(parts: readonly number[], opacity: number): string {
  return `rgba(${parts.join(', ')}, ${Number(opacity.toFixed(4))})`;
}
