import { Formats } from '#format/formats.js';
import type { Meta } from '#contract/api.js';
import type { ConsoleState } from '../state/console-state.js';
import type { Store } from '../state/store.js';
import type { ConsoleTexts } from '../texts/texts.js';

/** Cards that choose what the chart shows. */
export function connectCards(
  cards: HTMLElement,
  chart: HTMLElementTagNameMap['ma-trend-chart'],
  store: Store<ConsoleState>,
): void {
  const show = ({ metric }: ConsoleState): void => {
    for (const card of cards.querySelectorAll('ma-metric-card')) card.selected = card.metric === metric;
    chart.metrics = [metric];
  };
  show(store.state);
  store.watch(show);
  cards.addEventListener('metric-select', ({ metric }) => store.set({ metric }));
}

/** Which day the cards speak of: `Yesterday, Sat, 21 Nov`. */
export function dayOfCards(meta: Meta, texts: ConsoleTexts): string {
  const formats = new Formats({ locale: texts.locale, timezone: meta.timezone });
  const day = formats.day(meta.range!.start, meta.freshness.file ? 'year' : 'weekday');
  return texts.get(meta.freshness.file ? 'lastDay' : 'yesterday', { day });
}

/** How fresh the numbers are: `Data until 13:30 · next at 14:00`; for a file, when it ends. */
export function freshness(meta: Meta, texts: ConsoleTexts): string {
  const formats = new Formats({ locale: texts.locale, timezone: meta.timezone });
  // A file's clock stands at the midnight after its last event; its last day is the one before.
  if (meta.freshness.file) return texts.get('fileEnd', { day: formats.day(meta.range!.end, 'year') });
  const until = texts.get('until', { time: formats.time(meta.data_as_of) });
  if (meta.next_refresh_at === null || meta.freshness.kind === 'live') return until;
  return `${until} · ${texts.get('next', { time: formats.time(meta.next_refresh_at) })}`;
}
