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
    ${popovers.open === 'menu' ? menu(actions, words, popovers) : nothing}
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

function menu(actions: readonly Action[], words: ActionWords, popovers: PopoverController): TemplateResult {
  const choose = (action: Action) => (event: MouseEvent) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    popovers.close();
    action.run(root.querySelector<HTMLElement>('.more') ?? (event.currentTarget as HTMLElement));
  };
  return html`
    <div class="menu" popover="auto" role="menu" aria-label=${words.actions} @keydown=${moveInMenu}>
      ${actions.map(
        (action) => html`
          <button class="item" type="button" role="menuitem" tabindex="-1" @click=${choose(action)}>
            ${icon(action.icon)}<span>${action.label}</span>
          </button>
        `,
      )}
    </div>
  `;
}

function moveInMenu(event: KeyboardEvent): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  };
  const next = to[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}
