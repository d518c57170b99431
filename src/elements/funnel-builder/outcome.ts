import { html, type TemplateResult } from 'lit';
import type { FunnelConflictMessages } from '#i18n/funnel-conflict/section.js';
import type { Texts } from '#i18n/texts.js';
import { icon } from '../base/icons.js';
import type { BuilderView } from './builder-view.js';
import type { SaveFailure } from './saving.js';
import { type ChooseVersion, versions } from './versions.js';

/** What has come of the last attempt to save, where others or the back end stand in its way; nothing where nobody does. */
export function outcome(view: BuilderView, failure: SaveFailure, choose: ChooseVersion): TemplateResult | undefined {
  const texts = view.texts as unknown as Texts<FunnelConflictMessages>; // they have come with this part
  if (failure.kind === 'conflict') return versions(view, failure.theirs, choose);
  if (failure.kind === 'gone') return alert(texts.get('funnelConflict.gone'));
  if (failure.kind === 'forbidden')
    return alert(view.texts.get('funnelBuilder.readOnly', { permission: 'funnels.write' }));
  return undefined;
}

const alert = (text: string): TemplateResult =>
  html`<p class="fault-summary" role="alert">${icon('fault')}<span>${text}</span></p>`;
