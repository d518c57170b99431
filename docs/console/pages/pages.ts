import { render, type TemplateResult } from 'lit';
import type { View } from '../state/console-state.js';

interface PageModule {
  page(): TemplateResult;
}

/** The widgets of each page, with the code of their elements; loaded when the page is first shown. */
const modules: Partial<Record<View, () => Promise<PageModule>>> = {
  overview: () => import('./overview.js'),
  traffic: () => import('./traffic.js'),
  sources: () => import('./sources.js'),
  users: () => import('./users.js'),
  visits: () => import('./visits.js'),
  live: () => import('./live.js'),
  custom: () => import('./custom.js'),
  analysis: () => import('./analysis.js'),
  funnels: () => import('./funnels.js'),
};

const shown = new Set<View>();

/** Puts the widgets of a page into it, once. Those of a page that is not shown ask for nothing. */
export async function showWidgets(view: View): Promise<void> {
  const load = modules[view];
  const place = document.querySelector<HTMLElement>(`[data-widgets='${view}']`);
  if (!load || !place || shown.has(view)) return;
  shown.add(view);
  try {
    const { page } = await load();
    render(page(), place);
  } catch (error) {
    shown.delete(view); // offline: the next visit of the page tries again
    console.error(error);
  }
}
