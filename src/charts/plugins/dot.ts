interface DotLook {
  readonly radius: number;
  readonly fill: string;
  /** A ring of the surface that parts the dot from the line. */
  readonly ring: string;
  /** Drawn inside the edge of a hollow dot. */
  readonly rim?: string;
  readonly rimWidth?: number;
}

const RING = 2;

/** A dot in a ring of the surface, full or hollow. */
export function dot(context: CanvasRenderingContext2D, x: number, y: number, look: DotLook): void {
  const { radius, fill, ring, rim, rimWidth = 0 } = look;
  disc(context, x, y, radius + RING, ring);
  disc(context, x, y, radius, fill);
  if (!rim) return;
  context.beginPath();
  context.arc(x, y, radius - rimWidth / 2, 0, Math.PI * 2);
  context.lineWidth = rimWidth;
  context.strokeStyle = rim;
  context.setLineDash([]);
  context.stroke();
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fillStyle = colour;
  context.fill();
}
