/** Pushes a box that reaches out of another one back in, sideways. */
export function keepInside(box: HTMLElement | null, bounds: Element | null, margin = 8): void {
  if (!box || !bounds) return;
  box.style.removeProperty('--shift');
  const [inner, outer] = [box.getBoundingClientRect(), bounds.getBoundingClientRect()];
  const before = Math.max(0, outer.left + margin - inner.left);
  const after = Math.min(0, outer.right - margin - inner.right);
  const shift = before || after;
  if (shift !== 0) box.style.setProperty('--shift', `${Math.round(shift)}px`);
}
