import { html, type TemplateResult } from 'lit';
import type { Action, ActionWords } from './actions.js';
import type { icon as Icon } from './icons.js';
import type { PopoverController } from './popover-controller.js';

/** The actions of a narrow widget, as a menu at the button that opens it. */
export function menu(
  actions: readonly Action[],
  words: ActionWords,
  popovers: PopoverController,
  icon: typeof Icon,
): TemplateResult {
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
