import { css } from 'lit';

/** The look of a list of choices. */
export const choiceListStyles = css`
  .choices {
    display: flex;
    flex-direction: column;
    max-block-size: min(var(--room, 100vh), 360px);
    min-inline-size: max(180px, var(--anchor, 0px));
    max-inline-size: min(360px, 100vw - 16px);
  }
  .choices .scroll {
    flex: 1 1 auto;
    min-block-size: 0;
    margin: 0;
    padding: 4px;
    list-style: none;
    outline: none;
  }
  .choices .scroll:empty {
    display: none;
  }
  .find {
    position: relative;
    flex: none;
    display: block;
    border-block-end: 1px solid var(--ma-hairline);
  }
  .find .icon {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 12px;
    color: var(--ma-muted);
    pointer-events: none;
  }
  .find input {
    inline-size: 100%;
    block-size: 40px;
    padding-inline: 36px 12px;
    border: 0;
    border-radius: var(--ma-radius) var(--ma-radius) 0 0;
    outline-offset: -2px;
    background: none;
    color: inherit;
    font: inherit;
  }
  .find input::placeholder {
    color: var(--ma-muted);
    opacity: 1;
  }
  .find input:focus-visible {
    outline: none;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    padding: 4px 8px;
    border-radius: var(--ma-radius-s);
    cursor: default;
  }
  .choice .words {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .choice small,
  .none {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
  }
  .choice small {
    margin-inline-start: 4px;
  }
  .choice > .icon:last-child {
    color: var(--ma-accent-text);
  }
  .choices:focus-within .choice.active,
  .choice:hover {
    background: var(--ma-hover);
  }
  .choice[aria-selected='true'] {
    font-weight: var(--ma-strong);
  }
  .choice[aria-selected='true'] small {
    font-weight: 400;
  }
  .none {
    padding: 12px;
  }
  @media (forced-colors: active) {
    .choices:focus-within .choice.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }
`;
