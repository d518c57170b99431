import { html, nothing, type TemplateResult } from 'lit';
import type { SavedFunnel } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { DropDownController } from '../base/drop-down-controller.js';
import type { BuilderTexts } from './builder-view.js';
import type { FunnelBook } from './funnel-book.js';
import { savedPick } from './saved-pick.js';

/** What stands over the form. */
export interface BuilderHead {
  readonly title: string;
  readonly texts: BuilderTexts;
  readonly formats: Formats;
  readonly book: FunnelBook;
  readonly drops: DropDownController;
  /** Of the funnel that is edited. */
  readonly id: string | undefined;
  /** The same as it is listed. */
  readonly saved: SavedFunnel | undefined;
  /** Opens a saved funnel, or begins a new one. */
  readonly open: (id: string | undefined) => void;
}

/** Title, what is edited, and the saved funnels. */
export function builderHead({ title, texts, formats, book, drops, id, saved, open }: BuilderHead): TemplateResult {
  return html`
    <div class="titles">
      <h2 title=${title}>${title}</h2>
      <p class="context">${saved ? editing(saved, texts, formats) : id ? nothing : texts.get('funnelBuilder.new')}</p>
      ${
        book.error
          ? html`<p class="context lost" role="alert">
              ${texts.get('funnelBuilder.listFailed')}
              <button class="cure" type="button" @click=${() => void book.read()}>${texts.get('action.retry')}</button>
            </p>`
          : nothing
      }
    </div>
    ${savedPick({
      ...{ funnels: book.funnels, id, isReadOnly: !book.mayWrite, texts, drops },
      open: (chosen) => open(chosen),
      begin: () => open(undefined),
    })}
  `;
}

function editing({ name, updated_at: at, updated_by: author }: SavedFunnel, texts: BuilderTexts, formats: Formats) {
  const time = formats.day(at);
  return author
    ? texts.get('funnelBuilder.editingBy', { name, time, author })
    : texts.get('funnelBuilder.editing', { name, time });
}
