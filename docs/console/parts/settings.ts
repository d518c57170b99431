import { profiles } from '#contract/profiles.js';
import type { ConsoleState } from '../state/console-state.js';
import type { Store } from '../state/store.js';

const keys = ['theme', 'scheme', 'language', 'direction', 'profile', 'zone'] as const;

/** Zones that are offered first; the rest follow. */
const firstZones = ['UTC', 'Asia/Shanghai', 'Asia/Singapore', 'Europe/London', 'America/New_York'];

/** The popover with theme, colours, language, direction, definitions and zone. */
export function connectSettings(form: HTMLFormElement, store: Store<ConsoleState>): void {
  const zones = form.elements.namedItem('zone') as HTMLSelectElement;
  zones.append(option('', 'zone.data'));
  for (const zone of new Set([...firstZones, ...Intl.supportedValuesOf('timeZone')]))
    zones.append(new Option(zone, zone));
  const definitions = form.elements.namedItem('profile') as HTMLSelectElement;
  for (const { id, label } of profiles) definitions.append(new Option(label.en, id));

  const show = (state: ConsoleState): void => {
    for (const key of keys) (form.elements.namedItem(key) as RadioNodeList | HTMLSelectElement).value = state[key];
    for (const item of definitions.options) {
      const { label } = profiles.find(({ id }) => id === item.value)!;
      item.text = label[state.language] ?? label.en;
    }
  };
  show(store.state);
  store.watch(show);
  form.addEventListener('change', () => {
    const given = new FormData(form);
    store.set(Object.fromEntries(keys.map((key) => [key, given.get(key)])));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
}

/** Says on the page's root what the styles, the widgets and assistive technology go by. */
export function applyAppearance(root: HTMLElement, state: ConsoleState): void {
  root.lang = state.language;
  root.dir = state.direction === 'auto' ? (state.language === 'ar' ? 'rtl' : 'ltr') : state.direction;
  root.dataset['theme'] = state.theme;
  root.dataset['scheme'] = state.scheme;
}

function option(value: string, text: string): HTMLOptionElement {
  const element = new Option('', value);
  element.dataset['text'] = text;
  return element;
}
