import type { App } from '#contract/api.js';
import type { AppModel } from './population/app-model.js';
import { dayMs } from './population/calendar.js';
import { populationApps, startOf, type PopulationOptions } from './population/population.js';
import { Random } from './population/random.js';
import { drawAppNames } from './population/words.js';

/** Options of the app registry. */
export interface RegistryOptions extends PopulationOptions {
  /** Apps that are registered and have no events, beside those of the population. Default 0. */
  readonly quietApps?: number;
}

/** The app registry of a population: its apps, and as many quiet ones as asked for. */
export function mockApps(options: RegistryOptions): App[] {
  const { apps = populationApps, quietApps = 0, seed = 7 } = options;
  const start = startOf(options);
  const named = apps.map((model) => register(model, start + model.firstDay * dayMs));
  const random = new Random(seed, 'registry');
  const colours = ['#5b4b8a', '#8a5a00', '#2c5f5d', '#7a2e4d', '#3d5a80'];
  const quiet = drawAppNames(seed, quietApps).map(({ name, team }, index) => {
    const openedAt = start + random.int(80) * dayMs;
    const type = random.pick(['mini_program', 'mini_game', 'h5_app'] as const);
    const icon = { colour: random.pick(colours), letter: name.charAt(0) };
    const app = register({ id: `quiet-${index + 1}`, name, type, team, icon }, openedAt);
    const closed = random.chance(0.2);
    if (closed) app.available_to = new Date(Math.min(options.until, openedAt + 20 * dayMs)).toISOString();
    return { ...app, status: closed ? ('unavailable' as const) : ('available' as const) };
  });
  return [...named, ...quiet];
}

function register(model: Pick<AppModel, 'id' | 'name' | 'type' | 'team' | 'icon'>, openedAt: number): App {
  return {
    id: model.id,
    name: model.name,
    type: model.type,
    status: 'available',
    icon: iconOf(model.icon),
    team: model.team,
    created_at: new Date(openedAt - 9 * dayMs).toISOString(),
    available_from: new Date(openedAt).toISOString(),
    available_to: null,
  };
}

/** An icon as a data URL, so that a page without a network shows it. */
function iconOf({ colour, letter }: AppModel['icon']): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="7" fill="${colour}"/>` +
    `<text x="12" y="16.6" text-anchor="middle" font-family="system-ui,sans-serif" font-size="13" font-weight="600" fill="#fff">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
