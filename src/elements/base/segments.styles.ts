import { css } from 'lit';

/** The small switch of a widget's head. */
export const segmentsStyles = css`
  .segments {
    flex: none;
    margin-inline-start: auto;
    display: inline-flex;
    padding: 2px;
    border-radius: var(--ma-radius-s);
    background: var(--ma-hover);
  }
  .segments button {
    block-size: 24px;
    padding-inline: 10px;
    border-radius: calc(var(--ma-radius-s) - 2px);
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    white-space: nowrap;
    transition: background-color var(--ma-motion) ease-out;
  }
  .segments button:hover {
    color: var(--ma-text);
  }
  .segments [aria-pressed='true'] {
    background: var(--ma-surface);
    color: var(--ma-text);
    font-weight: var(--ma-strong);
    box-shadow: 0 0 0 1px var(--ma-hairline);
  }

  @media (forced-colors: active) {
    .segments [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
