import { html, nothing, type TemplateResult } from 'lit';
import type { SavedFunnel, SavedFunnelInput } from '#contract/api.js';
import { timeSpan } from '#format/time-span.js';
import type { FunnelConflictMessages } from '#i18n/funnel-conflict/section.js';
import type { Texts } from '#i18n/texts.js';
import { fieldsText, filtersText } from '../funnel-chart/funnel-view.js';
import type { BuilderView } from './builder-view.js';
import { inputOf } from './draft.js';

/** What can be done about two versions. */
export interface ChooseVersion {
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** Two versions of a funnel, of which one has to be chosen: that of the reader and that of somebody else. */
export function versions(
  view: BuilderView,
  theirs: SavedFunnel,
  { keepMine, takeTheirs }: ChooseVersion,
): TemplateResult {
  const { draft } = view;
  const texts = view.texts as unknown as Texts<FunnelConflictMessages>; // they have come with this part
  const author = theirs.updated_by;
  const title = author ? texts.get('funnelConflict.conflictBy', { author }) : texts.get('funnelConflict.conflict');
  return html`<section class="conflict" role="alert" aria-label=${title}>
    <h3>${title}</h3>
    <div class="versions">
      ${version(texts.get('funnelConflict.mine'), inputOf(draft), view)}
      ${version(texts.get('funnelConflict.theirs'), theirs, view)}
      <button class="button large keep-mine" type="button" @click=${keepMine}>
        ${texts.get('funnelConflict.keepMine')}
      </button>
      <button class="button large take-theirs" type="button" @click=${takeTheirs}>
        ${texts.get('funnelConflict.takeTheirs')}
      </button>
    </div>
  </section>`;
}

function version(label: string, funnel: SavedFunnelInput, view: BuilderView): TemplateResult {
  const { texts, formats, catalog, nameOf } = view;
  const { name, steps, window_seconds: seconds, group_by: fields = [] } = funnel;
  const window = seconds ? timeSpan(seconds, formats.locale) : texts.get('funnelBuilder.none');
  return html`<div class="version">
    <h4>${label}</h4>
    <p><bdi>${name}</bdi></p>
    <ol>
      ${steps.map(
        ({ event, filters }) =>
          html`<li>
            <bdi>${nameOf(event)}</bdi>${
              catalog && filters?.length
                ? html` <small><bdi>${filtersText(filters, catalog, texts)}</bdi></small>`
                : nothing
            }
          </li>`,
      )}
    </ol>
    <p class="quiet">${texts.get('funnelBuilder.window')} <bdi>${window}</bdi></p>
    ${catalog && fields.length > 0 ? html`<p class="quiet"><bdi>${fieldsText(fields, catalog, texts)}</bdi></p>` : nothing}
  </div>`;
}
