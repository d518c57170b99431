import { html, nothing, type TemplateResult } from 'lit';
import type { SavedFunnel } from '#contract/api.js';
import type { DropDownController } from '../base/drop-down-controller.js';
import { dropDown } from '../base/drop-down.js';
import { icon } from '../base/icons.js';
import type { BuilderTexts } from './builder-view.js';

/** From how many funnels on a search helps. */
const MANY = 8;

/** What the head of a builder offers. */
export interface SavedPick {
  /** Nothing while they are read, or where they cannot be. */
  readonly funnels: readonly SavedFunnel[] | undefined;
  readonly id: string | undefined;
  readonly isReadOnly: boolean;
  readonly texts: BuilderTexts;
  readonly drops: DropDownController;
  readonly open: (id: string) => void;
  readonly begin: () => void;
}

/** The saved funnels to choose from, newest first, and the button that begins a new one. */
export function savedPick({ funnels, id, isReadOnly, texts, drops, open, begin }: SavedPick): TemplateResult {
  const choices = (funnels ?? []).map((one) => ({ value: one.id, label: one.name }));
  return html`<div class="tools">
    ${
      funnels
        ? dropDown(
            {
              ...{
                name: 'saved',
                label: texts.get('funnelBuilder.saved'),
                choices,
                chosen: id ? [id] : [],
                choose: open,
              },
              face: texts.get('funnelBuilder.count', { count: funnels.length }),
              search: choices.length > MANY ? { label: texts.get('funnelBuilder.find') } : undefined,
              none: texts.get('funnelBuilder.noneSaved'),
            },
            drops,
          )
        : nothing
    }
    ${
      isReadOnly
        ? nothing
        : html`<button class="button begin" type="button" @click=${begin}>
            ${icon('plus')}${texts.get('funnelBuilder.begin')}
          </button>`
    }
  </div>`;
}
