import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '#contract/api.js';
import type { DropDown } from '../base/drop-down.js';
import { waiting } from '../base/waiting.js';
import { type BarView, wordOf } from './bar-view.js';

const EVERY = '*';
/** From how many apps on a search helps. */
const MANY = 8;

/** Which app, by name, type and icon; all of them too, where the host lets one choose that. */
export function appPick(view: BarView, hasEvery: boolean): DropDown {
  const { texts, value, apps, set } = view;
  const known = apps.answer ?? [];
  const app = known.find(({ id }) => id === value.app);
  const every = { value: EVERY, label: texts.get('filter.app.all') };
  return {
    name: 'app',
    label: texts.get('filter.app'),
    choices: [
      ...(hasEvery ? [every] : []),
      ...known.map((one) => ({ value: one.id, label: one.name, hint: hintOf(one, view), sign: appSign(one) })),
    ],
    chosen: value.superapp ? [EVERY] : value.app ? [value.app] : [],
    search: known.length > MANY ? { label: texts.get('filter.app.search') } : undefined,
    none: waiting(apps, texts) ?? texts.get(known.length > 0 ? 'filter.app.none' : 'filter.app.empty'),
    sign: app && !value.superapp ? appSign(app) : nothing,
    face: value.superapp ? html`<b>${every.label}</b>` : face(view, app),
    choose: (id) => set(id === EVERY ? { app: undefined, superapp: true } : { app: id, superapp: false }),
  };
}

function face({ texts, value, apps }: BarView, app: App | undefined): TemplateResult {
  if (app) return html`<b><bdi>${app.name}</bdi></b> <span class="quiet">${wordOf('type', app.type, { texts })}</span>`;
  if (!value.app) return html`<span class="quiet">${texts.get('filter.app.choose')}</span>`;
  return apps.isPending ? html`<i class="bone"></i>` : html`<b><bdi>${value.app}</bdi></b>`;
}

function hintOf({ type, status }: App, { texts }: BarView): string {
  return status === 'unavailable' ? texts.get('filter.app.gone') : wordOf('type', type, { texts });
}

/** The app's icon; the first letter of its name where it has none, or none that loads. */
function appSign({ icon, name }: App): TemplateResult {
  const hide = ({ target }: Event): void => (target as HTMLElement).remove();
  return html`<span class="mark" aria-hidden="true"
    >${/./u.exec(name)}${icon ? html`<img src=${icon} alt="" referrerpolicy="no-referrer" @error=${hide} />` : nothing}</span
  >`;
}
