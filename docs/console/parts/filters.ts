import type { App } from '#contract/api.js';
import { type ConsoleState, type RangeChoice, appTypeOrder } from '../state/console-state.js';
import type { Store } from '../state/store.js';
import type { ConsoleTexts } from '../texts/texts.js';
import { everyApp } from './scope-settings.js';

type Controls = Record<'app' | 'range' | 'compare' | 'os' | 'environment', HTMLSelectElement> &
  Record<'start' | 'end', HTMLInputElement>;

/** The filter row: native controls of the console, which change its state. */
export class Filters {
  readonly #store: Store<ConsoleState>;
  readonly #controls: Controls;
  readonly #dates: HTMLElement;
  readonly #icon: HTMLImageElement;
  #apps: readonly App[] = [];
  #firstApp = '';

  constructor(form: HTMLFormElement, store: Store<ConsoleState>) {
    this.#store = store;
    this.#controls = form.elements as unknown as Controls;
    this.#dates = form.querySelector('#dates')!;
    this.#icon = form.querySelector('#app-icon')!;
    form.addEventListener('change', ({ target }) => this.#handleChange(target as HTMLSelectElement | HTMLInputElement));
    form.addEventListener('submit', (event) => event.preventDefault());
    store.watch(() => this.show());
  }

  /** The apps that can be chosen, by type. */
  setApps(apps: readonly App[], firstApp: string, texts: ConsoleTexts): void {
    this.#apps = apps;
    this.#firstApp = firstApp;
    const groups = appTypeOrder.flatMap((type) => {
      const own = apps.filter((app) => app.type === type);
      if (own.length === 0) return [];
      const group = document.createElement('optgroup');
      group.dataset['label'] = `type.${type}`;
      group.label = texts.find(`type.${type}`)!;
      group.append(...own.map(({ id, name }) => new Option(name, id)));
      return [group];
    });
    const every = new Option(texts.get('app.all'), everyApp);
    every.dataset['text'] = 'app.all';
    this.#controls.app.replaceChildren(...groups, ...(apps.length > 1 ? [every] : []));
    this.show();
  }

  /** The operating systems that the data knows. */
  setSystems(systems: readonly string[], texts: ConsoleTexts): void {
    const all = new Option(texts.get('os.all'), '');
    all.dataset['text'] = 'os.all';
    const chosen = this.#store.state.os;
    const unknown = chosen && !systems.includes(chosen) ? [chosen] : [];
    this.#controls.os.replaceChildren(all, ...[...systems, ...unknown].map((name) => new Option(name, name)));
    this.show();
  }

  /** Shows the state in the controls. */
  show(): void {
    const { app, range, compare, os, environment } = this.#store.state;
    const {
      app: apps,
      range: ranges,
      start,
      end,
      compare: comparisons,
      os: systems,
      environment: places,
    } = this.#controls;
    apps.value = app || this.#firstApp;
    comparisons.value = compare;
    systems.value = os;
    places.value = environment;
    const own = typeof range === 'object';
    ranges.value = own ? 'custom' : range;
    this.#dates.hidden = !own;
    start.required = end.required = own;
    if (own) [start.value, end.value] = [range.start, range.end];
    const icon = this.#apps.find(({ id }) => id === apps.value)?.icon;
    this.#icon.hidden = !icon;
    this.#icon.parentElement!.classList.toggle('with-icon', Boolean(icon));
    if (icon) this.#icon.src = icon;
  }

  #handleChange(control: HTMLSelectElement | HTMLInputElement): void {
    const { start, end } = this.#controls;
    switch (control.name) {
      case 'range': {
        this.#chooseRange(control.value);
        return;
      }
      case 'start':
      case 'end':
        this.#chooseDays(control.name, start.value, end.value);
        return;
      case 'app': {
        this.#store.set({ app: control.value, os: '' });
        return;
      }
      default: {
        this.#store.set({ [control.name]: control.value });
        return;
      }
    }
  }

  /** The other end gives way, so that the range is never upside down. A field that is being typed is no day yet. */
  #chooseDays(changed: 'start' | 'end', start: string, end: string): void {
    if (!start || !end) return;
    const day = changed === 'start' ? start : end;
    this.#store.set({ range: start <= end ? { start, end } : { start: day, end: day } });
  }

  /** Own days begin with the days that were shown before, so that nothing jumps. */
  #chooseRange(value: string): void {
    if (value !== 'custom') {
      this.#store.set({ range: value as RangeChoice });
      return;
    }
    const days = this.shownDays();
    if (days) this.#store.set({ range: days });
    this.#controls.start.focus();
  }

  /** The days of the range in force; set by the page, which hears them from the back end. */
  shownDays: () => { start: string; end: string } | undefined = () => undefined;
}
