/** Whether the code of zooming has come: from then on text under the pointer is not selected in a drag. */
export function isZoomLoaded(chart: Element): boolean {
  const aim = chart.shadowRoot!.querySelector('.aim')!;
  // WebKit has the property under this name alone
  return getComputedStyle(aim).getPropertyValue('-webkit-user-select') === 'none';
}
