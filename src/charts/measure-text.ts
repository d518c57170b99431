let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text in pixels, in a font as CSS writes it. Where there is no canvas, a guess by its length. */
export function measureText(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 7;
  context.font = font;
  return context.measureText(text).width;
}
