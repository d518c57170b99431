import { css } from 'lit';

/** The look of what lies over the page for a moment. */
export const popoverStyles = css`
  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    border: 0;
    color: var(--ma-text);
    background: var(--ma-raised);
    box-shadow: var(--ma-shadow);
    border-radius: var(--ma-radius);
    padding: 0;
    overflow: visible;
    font-size: var(--ma-size);
  }
  .scroll,
  .menu {
    max-block-size: var(--room);
    overflow: auto;
    overscroll-behavior: contain;
  }
  [popover]:popover-open {
    transition:
      opacity var(--ma-motion) ease-out,
      translate var(--ma-motion) ease-out;
  }
  @starting-style {
    [popover]:popover-open {
      opacity: 0;
      translate: 0 4px;
    }
  }
  [popover]:focus-visible {
    outline: none;
  }
  .menu {
    padding: 4px;
    min-inline-size: 160px;
  }
  .menu .item {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 32px;
    padding-inline: 8px;
    border-radius: var(--ma-radius-s);
    text-align: start;
    white-space: nowrap;
  }
  .menu .item .icon {
    color: var(--ma-muted);
  }
  .menu .item:hover,
  .menu .item:focus-visible {
    background: var(--ma-hover);
    outline: none;
  }
  @media (forced-colors: active) {
    [popover] {
      border: 1px solid CanvasText;
    }
    .menu .item:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
