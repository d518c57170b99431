import type { App, Meta, SeenValue } from '#contract/api.js';
import type { BackEnd } from './back-end/back-end.js';
import { comingDataset, demoDataset, fileDataset, type Dataset } from './dataset.js';
import { EventsPage } from './parts/events/events-page.js';
import type { Chosen, Facts } from './parts/events/stage.js';
import { Filters } from './parts/filters.js';
import { connectCards, dayOfCards, freshness } from './parts/overview.js';
import { everyApp, scopeChoices } from './parts/scope-settings.js';
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
import { daysOfRange, fittingRange } from './state/fitting-range.js';
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
  readonly #filters = new Filters(byId('filters') as HTMLFormElement, this.#store);
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
    this.#showData();
    this.#showView();
    if (this.#data.source === null) await this.#load(this.#store.state.data);
  }

  /** Shows the data that a link names. */
  async #load(source: DataSource): Promise<void> {
    const sample = samples.find(({ id }) => id === source);
    if (sample) await this.#events.take(sample);
    // Its page says what went wrong; the others show something all the same.
    if (this.#data.source !== source) await this.#showDemo();
  }

  #connectPage(): void {
    this.#filters.shownDays = () => this.#scopeDays();
    this.#events = new EventsPage(
      document.querySelector<HTMLElement>('[data-page="events"]')!,
      {
        backEnd: this.#backEnd,
        show: (chosen) => this.#showFile(chosen),
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
    if (state.app !== before.app) this.#showData();
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
    const { app, superapp, range, timezone, os, compare } = scopeChoices(state, this.#data, Date.now());
    const { theme, language: locale, profile, environment } = state;
    Object.assign(this.#scope, {
      client: this.#data.client,
      ...{ app, superapp, timezone, os, compare, theme, locale, profile, environment },
      ...{ range: range.range, start: range.start, end: range.end },
      dir: document.documentElement.dir,
    });
    void this.#askForHeading();
  }

  /** One question more, answered in the batch of the cards: which day yesterday is, and how fresh the numbers are. */
  async #askForHeading(): Promise<void> {
    const { state } = this.#store;
    const { app, superapp, timezone, os } = scopeChoices(state, this.#data, Date.now());
    const { client } = this.#data;
    if (!app && !superapp) return;
    const filters = os ? { filters: [{ field: 'os_name', operator: 'in' as const, values: [...os] }] } : {};
    const { profile, environment } = state;
    const query = {
      range: 'yesterday' as const,
      metrics: ['active_users'],
      timezone,
      profile,
      environment,
      ...filters,
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
    const { file } = this.#data;
    const note = byId('from-file');
    note.hidden = file === null;
    if (!this.#texts) return;
    if (file !== null) note.querySelector('span')!.textContent = this.#texts.get('data.file', { file });
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

  /** Fills what depends on the data: the apps and the systems to choose from. */
  #showData(): void {
    const data = this.#data;
    if (data.source === null) return;
    const { superapp, app } = scopeChoices(this.#store.state, data, Date.now());
    const scope = superapp ? 'superapp' : (`apps/${app!}` as const);
    const systems = data.client.values(scope, { field: 'os_name' }).then(({ values }) => namesOf(values));
    // Without an answer there is less to choose from; the widgets say what is wrong.
    void Promise.all([data.apps().catch(() => []), systems.catch(() => [])]).then(([apps, names]) => {
      if (data !== this.#data) return;
      this.#showApps(named(apps, data.file));
      this.#filters.setSystems(names, this.#texts);
    });
  }

  /** A link may name an app that this data does not have. */
  #showApps(apps: readonly App[]): void {
    this.#filters.setApps(apps, this.#data.firstApp, this.#texts);
    const { app } = this.#store.state;
    if (app && app !== everyApp && apps.length > 0 && !apps.some(({ id }) => id === app)) this.#store.set({ app: '' });
  }

  async #showFile({ name, source }: Chosen): Promise<Facts> {
    this.#data = await fileDataset(source, name);
    const { client } = this.#data;
    const { days } = await client.days('superapp', { timezone: this.#data.zone });
    this.#store.set({ data: source, app: '', os: '', environment: 'production', zone: '', range: fittingRange(days) });
    this.#applyScope();
    this.#showData();
    const [users] = (await client.summary('superapp', { range: 'yesterday', metrics: ['cumulative_users'] })).metrics;
    return { users: users?.value ?? null, days };
  }

  async #showDemo(): Promise<void> {
    await this.#backEnd.useDemo();
    this.#data = demoDataset();
    this.#meta = undefined;
    this.#store.set({ data: 'demo', app: '', os: '', zone: '', range: defaultState.range });
    this.#applyScope();
    this.#showData();
  }

  /** The days in force, for the fields of own days. */
  #scopeDays(): { start: string; end: string } | undefined {
    const { range } = scopeChoices(this.#store.state, this.#data, Date.now());
    if (range.start && range.end) return { start: range.start, end: range.end };
    return this.#meta ? daysOfRange(range.range ?? 'last_30_days', this.#meta) : undefined;
  }
}

/** An app that no event names is called as the file is. */
function named(apps: readonly App[], file: string | null): App[] {
  return apps.map((app) => (file !== null && app.id === 'default' ? { ...app, name: file } : app));
}

/** Values that can be chosen; "not set" is none of them. */
function namesOf(values: readonly SeenValue[]): string[] {
  return values.flatMap(({ value }) => (value === null ? [] : [String(value)]));
}
