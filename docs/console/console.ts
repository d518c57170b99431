import type { App, Meta } from '#contract/api.js';
import { filterNames, type FilterValue, wholeValue } from '#elements/filter-bar/filter-value.js';
import type { BackEnd } from './back-end/back-end.js';
import { comingDataset, demoDataset, fileDataset, servedDataset, type Dataset } from './dataset.js';
import { EventsPage } from './parts/events/events-page.js';
import type { Chosen, Facts } from './parts/events/stage.js';
import { connectCards, dayOfCards, freshness } from './parts/overview.js';
import { changedFilter, scopeFilter } from './parts/scope-settings.js';
import { showWidgets } from './pages/pages.js';
import { applyAppearance, connectSettings } from './parts/settings.js';
import { samples } from './samples.js';
import {
  defaultState,
  readState,
  writeState,
  type ConsoleState,
  type DataSource,
  type View,
} from './state/console-state.js';
import { fittingRange } from './state/fitting-range.js';
import { Store } from './state/store.js';
import { usualLanguage } from './state/usual-language.js';
import { loadConsoleTexts, writeTexts, type ConsoleTexts } from './texts/texts.js';

const byId = (id: string): HTMLElement => document.getElementById(id)!;

/** The subpages of custom analysis. */
const customViews: readonly View[] = ['custom', 'analysis', 'funnels'];

/** The page: one state, kept in the link; the parts show it and change it. */
export class Console {
  readonly #backEnd: BackEnd;
  readonly #usual: ConsoleState = { ...defaultState, language: usualLanguage(navigator.languages) };
  readonly #store = new Store<ConsoleState>(readState(location.search, this.#usual));
  readonly #scope = document.querySelector('ma-scope')!;
  readonly #filters = document.querySelector('ma-filter-bar')!;
  #data: Dataset = this.#store.state.data === 'demo' ? demoDataset() : comingDataset();
  #texts!: ConsoleTexts;
  #events!: EventsPage;
  #meta: Meta | undefined;

  constructor(backEnd: BackEnd) {
    this.#backEnd = backEnd;
  }

  /** Shows what the link says. */
  async start(): Promise<void> {
    connectSettings(byId('settings') as HTMLFormElement, this.#store);
    connectCards(byId('cards'), document.querySelector('ma-trend-chart')!, this.#store);
    this.#applyScope();
    await this.#speak();
    this.#store.watch((state, before) => void this.#handleChange(state, before));
    this.#connectPage();
    void this.#showApps();
    this.#showView();
    if (this.#data.source === null) await this.#load(this.#store.state.data);
  }

  /** Shows the data that a link names. */
  async #load(source: DataSource): Promise<void> {
    const sample = samples.find(({ id }) => id === source);
    if (sample) await this.#events.take(sample);
    if (source === 'served' && !(await this.#events.connect(this.#store.state.server))) {
      this.#store.set({ view: 'events' });
    }
    // Its page says what went wrong; the others show something all the same.
    if (this.#data.source !== source) await this.#showDemo();
  }

  #connectPage(): void {
    this.#filters.addEventListener('filter-change', ({ value, changed }) =>
      this.#store.set({ filter: changedFilter(this.#store.state.filter, value, changed) }),
    );
    this.#events = new EventsPage(
      document.querySelector<HTMLElement>('[data-page="events"]')!,
      {
        backEnd: this.#backEnd,
        show: (chosen) => this.#showFile(chosen),
        connect: (address, token) => this.#showServed(address, token),
        open: () => this.#store.set({ view: 'overview' }),
      },
      this.#texts,
    );
    for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
      link.addEventListener('click', (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        this.#store.set({ view: link.dataset['view'] as ConsoleState['view'] });
      });
    }
    byId('from-file')
      .querySelector('button')!
      .addEventListener('click', () => {
        this.#events.reset();
        void this.#showDemo();
      });
    addEventListener('popstate', () => this.#handleLink());
  }

  /** Back and forward. A link cannot name a file that only the reader has, so that one stays. */
  #handleLink(): void {
    const named = readState(location.search, this.#usual);
    const { data } = this.#store.state;
    this.#store.set(data === 'own' && named.data === 'demo' ? { ...named, data } : named);
  }

  async #handleChange(state: ConsoleState, before: ConsoleState): Promise<void> {
    this.#keepLink(state, before);
    if (state.language !== before.language) await this.#speak();
    this.#applyScope();
    this.#showView();
    if (state.data !== before.data && state.data !== this.#data.source) await this.#load(state.data);
  }

  #keepLink(state: ConsoleState, before: ConsoleState): void {
    const link = location.pathname + writeState(state, this.#usual);
    if (link === location.pathname + location.search) return;
    if (state.view === before.view) history.replaceState(null, '', link);
    else history.pushState(null, '', link);
  }

  async #speak(): Promise<void> {
    const { language } = this.#store.state;
    const texts = await loadConsoleTexts(language);
    if (language !== this.#store.state.language) return;
    this.#texts = texts;
    writeTexts(document, texts);
    document.title = texts.get('title');
    if (this.#events) this.#events.texts = texts;
    this.#showWords();
  }

  /** Hands the state to the widgets; they ask by themselves. */
  #applyScope(): void {
    const { state } = this.#store;
    applyAppearance(document.documentElement, state);
    const { theme, language: locale, profile } = state;
    Object.assign(this.#scope, {
      client: this.#data.client,
      ...wholeValue(this.#filter, filterNames(this.#filters.shows ?? [])),
      ...{ timezone: this.#timezone, theme, locale, profile },
      dir: document.documentElement.dir,
    });
    this.#filters.captions = theme === 'instrument';
    void this.#askForHeading();
  }

  /** One question more, answered in the batch of the cards: which day yesterday is, and how fresh the numbers are. */
  async #askForHeading(): Promise<void> {
    const { app, superapp, environment = 'production' } = this.#filter;
    const { client } = this.#data;
    if (!app && !superapp) return;
    const { profile } = this.#store.state;
    const query = {
      range: 'yesterday' as const,
      metrics: ['active_users'],
      timezone: this.#timezone,
      profile,
      environment,
    };
    try {
      const { meta } = await client.summary(superapp ? 'superapp' : `apps/${app!}`, query);
      if (client === this.#data.client) this.#meta = meta;
    } catch {
      this.#meta = undefined; // the widgets say what is wrong
    }
    this.#showWords();
  }

  #showWords(): void {
    const fresh = byId('freshness');
    fresh.hidden = !this.#meta;
    const from = this.#data.file ?? this.#data.address;
    const note = byId('from-file');
    note.hidden = from === null;
    if (!this.#texts) return;
    if (from !== null) note.querySelector('span')!.textContent = this.#texts.get('data.file', { file: from });
    if (!this.#meta) return;
    byId('yesterday').textContent = dayOfCards(this.#meta, this.#texts);
    fresh.querySelector('span')!.textContent = freshness(this.#meta, this.#texts);
  }

  #showView(): void {
    const { view } = this.#store.state;
    for (const page of document.querySelectorAll<HTMLElement>('[data-page]'))
      page.hidden = page.dataset['page'] !== view;
    for (const link of document.querySelectorAll<HTMLElement>('nav a')) {
      const names = link.dataset['views'] ?? link.dataset['view'];
      if (names?.split(' ').includes(view)) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    byId('custom-pages').hidden = !customViews.includes(view);
    byId('filters').hidden = view === 'events';
    void showWidgets(view);
  }

  /** The apps that this data has. A link may name one that it does not have. */
  async #showApps(): Promise<void> {
    const data = this.#data;
    if (data.source === null) return;
    // Without an answer the bar and the widgets say what is wrong.
    const apps = await data.apps().catch((): App[] => []);
    if (data !== this.#data) return;
    this.#filters.apps = data.file === null ? undefined : named(apps, data.file);
    this.#filters.allApps = apps.length > 1;
    const { app, ...others } = this.#store.state.filter;
    if (app && apps.length > 0 && !apps.some(({ id }) => id === app)) this.#store.set({ filter: others });
  }

  async #showFile({ name, source }: Chosen): Promise<Facts> {
    this.#data = await fileDataset(source, name);
    const { client } = this.#data;
    const { days } = await client.days('superapp', { timezone: this.#data.zone });
    this.#store.set({ data: source, server: '', zone: '', filter: { range: fittingRange(days) } });
    this.#applyScope();
    await this.#showApps();
    const [users] = (await client.summary('superapp', { range: 'yesterday', metrics: ['cumulative_users'] })).metrics;
    return { users: users?.value ?? null, days };
  }

  async #showServed(address: string, token: string): Promise<void> {
    this.#data = await servedDataset(address, token);
    this.#meta = undefined;
    const { data, server, filter } = this.#store.state;
    const isOfLink = data === 'served' && server === address;
    this.#store.set({ data: 'served', server: address, zone: '', filter: isOfLink ? filter : {} });
    this.#applyScope();
    await this.#showApps();
  }

  async #showDemo(): Promise<void> {
    await this.#backEnd.useDemo();
    this.#data = demoDataset();
    this.#meta = undefined;
    this.#store.set({ data: 'demo', server: '', zone: '', filter: {} });
    this.#applyScope();
    await this.#showApps();
  }

  /** What is asked about: what the reader has chosen, and the rest as is usual for the data. */
  get #filter(): FilterValue {
    return scopeFilter(this.#store.state.filter, this.#data, Date.now(), this.#timezone);
  }

  get #timezone(): string {
    return this.#store.state.zone || this.#data.zone;
  }
}

/** An app that no event names is called as the file is. */
function named(apps: readonly App[], file: string | null): App[] {
  return apps.map((app) => (file !== null && app.id === 'default' ? { ...app, name: file } : app));
}
