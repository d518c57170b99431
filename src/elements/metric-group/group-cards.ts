import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../base/icons.js';
import { setStyle } from '../base/set-style.js';
import { cardColumns, placeClasses } from './card-grid.js';

/** A card of a group. */
export interface GroupCard {
  readonly id: string;
  /** Name of the metric; empty while it is not known. */
  readonly name: string;
  /** Value, sparkline, growth; or bones, or what is the matter. */
  readonly face: TemplateResult;
}

/** What the cards are made from. */
export interface GroupCards {
  readonly cards: readonly GroupCard[];
  readonly chosen: string | undefined;
  /** Names the choice. */
  readonly label: string;
  /** “How it is counted”; nothing where there is nothing to explain. */
  readonly about: string | undefined;
  /** Whether a chart stands below, in the same sheet. */
  readonly hasPanel: boolean;
  readonly choose: (id: string) => void;
  readonly key: (event: KeyboardEvent, index: number) => void;
  readonly explain: (id: string, button: HTMLElement) => void;
}

/**
 * The cards, one of which is chosen: a list of tabs, because each opens another view of the chart below. The tabs belong
 * to the list by `aria-owns`: beside them lie numbers, and buttons that are no tabs.
 */
export function groupCards(of: GroupCards): TemplateResult {
  const { cards, label, hasPanel } = of;
  const columns = cardColumns(cards.length);
  const { wide, medium, narrow } = columns;
  return html`
    <div
      class="cards ${hasPanel ? 'with-panel' : ''}"
      part="cards"
      ${setStyle({ '--wide': wide, '--medium': medium, '--narrow': narrow })}
    >
      <div role="tablist" aria-label=${label} aria-owns=${cards.map((_, index) => `tab-${index}`).join(' ')}></div>
      ${cards.map((card, index) => cardTemplate(card, index, placeClasses(index, cards.length, columns), of))}
    </div>
  `;
}

function cardTemplate(
  { id, name, face }: GroupCard,
  index: number,
  className: string,
  { chosen, about, hasPanel, choose, key, explain }: GroupCards,
): TemplateResult {
  const isChosen = id === chosen;
  const tabindex = isChosen ? 0 : -1;
  return html`<div class="card ${isChosen ? 'chosen' : ''} ${className}" @click=${chooseUnlessButton(() => choose(id))}>
    <div class="face">
      <div class="label">
        <button
          class="choose"
          id="tab-${index}"
          type="button"
          role="tab"
          title=${name || nothing}
          aria-label=${name ? nothing : id}
          aria-selected=${isChosen}
          aria-controls=${hasPanel ? 'panel' : nothing}
          aria-describedby="face-${index}"
          tabindex=${tabindex}
          @keydown=${(event: KeyboardEvent) => key(event, index)}
        >
          ${name || html`<i class="bone label-bone"></i>`}
        </button>
        ${about ? aboutButton(about, tabindex, (button) => explain(id, button)) : nothing}
      </div>
      <div class="figures" id="face-${index}">${face}</div>
    </div>
  </div>`;
}

/** A click anywhere on a card chooses it, but for one on a button of another kind. */
function chooseUnlessButton(choose: () => void): (event: MouseEvent) => void {
  return ({ target }) => {
    const button = (target as Element).closest('button');
    if (!button || button.role === 'tab') choose();
  };
}

/** One stop of the Tab key for all of them: the one of the chosen card. */
function aboutButton(name: string, tabindex: number, run: (button: HTMLElement) => void): TemplateResult {
  return html`<button
    class="about-button"
    type="button"
    tabindex=${tabindex}
    aria-label=${name}
    title=${name}
    aria-haspopup="dialog"
    @click=${(event: MouseEvent) => run(event.currentTarget as HTMLElement)}
  >
    ${icon('info')}
  </button>`;
}
