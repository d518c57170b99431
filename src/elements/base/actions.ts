import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { PopoverController } from './popover-controller.js';

/** Something that can be done with a widget, in its quiet row. */
export interface Action {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  /** `anchor` is the button: a popover opens there. */
  readonly run: (anchor: HTMLElement) => void;
  /** Of an action that stays on, such as the table. */
  readonly isPressed?: boolean;
  /** Opens something at the button. */
  readonly opens?: 'dialog' | 'menu';
}

/** Words of the row itself. */
export interface ActionWords {
  readonly actions: string;
  readonly more: string;
}

/**
 * The quiet row of actions at the end of the foot. Where the widget is narrow, one button that opens them as a menu
 * (by a container query: both are there, one is shown).
 */
export function actionRow(
  actions: readonly Action[],
  words: ActionWords,
  popovers: PopoverController,
): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  return html`
    <div class="actions" role="group" aria-label=${words.actions}>
      ${actions.map((action) => actionButton(action))}
      <button
        class="tool more"
        type="button"
        aria-label=${words.more}
        title=${words.more}
        aria-haspopup="menu"
        aria-expanded=${popovers.open === 'menu'}
        @click=${(event: MouseEvent) => popovers.toggle('menu', event.currentTarget as HTMLElement)}
      >
        ${icon('more')}
      </button>
    </div>
    ${popovers.open === 'menu' ? popovers.kit?.menu(actions, words, popovers, icon) : nothing}
  `;
}

function actionButton({ icon: sign, label, run, isPressed, opens }: Action): TemplateResult {
  return html`
    <button
      class="tool"
      type="button"
      aria-label=${label}
      title=${label}
      aria-pressed=${isPressed ?? nothing}
      aria-haspopup=${opens ?? nothing}
      @click=${(event: MouseEvent) => run(event.currentTarget as HTMLElement)}
    >
      ${icon(sign)}
    </button>
  `;
}
