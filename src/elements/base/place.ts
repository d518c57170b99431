const gap = 8;
const margin = 8;
/** How far the caret stands from the popover's corner: past a narrow anchor the popover reaches a little further. */
const caretInset = 40;

/**
 * Puts a popover of the top layer at its anchor, its end at the anchor's end (`data-at="start"`: start at start), held
 * inside the window; below `beside`, or above it where there is more room: what is explained stays in sight. `--caret`
 * tells the look where the anchor's middle lies, `--anchor` how wide the anchor is, `--room` how high the popover may be.
 */
export function place(popover: HTMLElement, anchor: HTMLElement, beside: HTMLElement = anchor): void {
  const set = (name: string, value: number): void => popover.style.setProperty(name, `${Math.round(value)}px`);
  const at = anchor.getBoundingClientRect();
  set('--anchor', at.width);
  const { top: above, bottom: below } = beside.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth, clientHeight } = document.documentElement;
  const isRtl = getComputedStyle(popover).direction === 'rtl';
  const isAtStart = popover.dataset['at'] === 'start';
  const overhang = isAtStart ? 0 : Math.max(0, caretInset - at.width / 2);
  const wished = isRtl === isAtStart ? at.right + overhang - width : at.left - overhang;
  const left = Math.max(margin, Math.min(wished, clientWidth - margin - width));
  const roomBelow = clientHeight - below - gap - margin;
  const roomAbove = above - gap - margin;
  const isAbove = height > roomBelow && roomAbove > roomBelow;
  const top = isAbove ? Math.max(margin, above - gap - height) : below + gap;
  set('left', left);
  set('top', top);
  set('--room', Math.max(120, isAbove ? roomAbove : roomBelow));
  set('--caret', at.left + at.width / 2 - left);
  popover.toggleAttribute('data-above', isAbove);
}
