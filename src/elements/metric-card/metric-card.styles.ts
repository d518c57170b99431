import { css } from 'lit';

/** The look of a card's sheet: label 20, number 36, sparkline 32, growth 32. */
export const metricCardStyles = css`
  .body {
    padding: var(--ma-4) var(--ma-4) calc(var(--ma-4) - 2px);
    display: flex;
    flex-direction: column;
  }
  :host([selected]) .frame::before {
    content: '';
    position: absolute;
    z-index: 1;
    inset-inline: calc(-1 * var(--ma-frame));
    inset-block-start: calc(-1 * var(--ma-frame));
    block-size: 2px;
    background: var(--ma-accent-fill);
    border-start-start-radius: var(--ma-radius);
    border-start-end-radius: var(--ma-radius);
  }
  :host([selected]) .label {
    color: var(--ma-text);
    font-weight: var(--ma-strong);
  }
  :host([selected]) .spark {
    color: var(--ma-graph);
  }
  :host([selected]) .spark path {
    stroke-width: 1.5;
  }
  .frame.bare {
    background: var(--ma-surface);
  }
`;
