import { css } from 'lit';

/** The look of a filter bar: a row of buttons that wraps. */
export const filterBarStyles = css`
  .bar {
    block-size: auto;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .pick b {
    font-weight: var(--ma-strong);
  }
  .quiet {
    color: var(--ma-muted);
  }
  .ink {
    color: var(--ma-text);
  }
  .bone {
    display: inline-block;
    inline-size: 96px;
    block-size: 12px;
  }
  .mark {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    overflow: hidden;
    border-radius: 6px;
    background: var(--ma-selected);
    color: var(--ma-accent-text);
    font-size: 11px;
    font-weight: var(--ma-strong);
  }
  .mark img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--ma-surface);
  }
  /* Not the slotted parts themselves: a page's own margins would win. */
  slot {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
  }

  .captions .controls {
    gap: 0;
    border: 1px solid var(--ma-hairline);
    border-radius: var(--ma-radius);
    background: var(--ma-surface);
  }
  .captions .controls > :is(.pick, .chip) {
    position: relative;
    block-size: 52px;
    border: 0;
    border-inline-end: 1px solid var(--ma-hairline);
    border-radius: 0;
  }
  .captions .controls > .pick:not(.add):has(.face) {
    padding-block-start: 22px;
  }
  .captions .controls > .pick .hidden-text {
    inset-block-start: 6px;
    inset-inline-start: 12px;
    inline-size: auto;
    block-size: 16px;
    overflow: visible;
    clip-path: none;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: 16px;
  }
  .captions .controls > :focus-visible {
    outline-offset: -2px;
  }
  .captions .chip .pick {
    block-size: 100%;
  }
  .captions slot {
    padding-inline: 12px;
  }

  @container (min-width: 480px) and (max-width: 639px) {
    .dates {
      display: none;
    }
  }
  @container (max-width: 479px) {
    .controls {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .controls > [data-pick='app'],
    .controls > [data-pick='range'],
    .controls > .chip,
    slot {
      grid-column: 1 / -1;
      max-inline-size: none;
      margin: 0;
    }
    .captions .controls > :is(.pick, .chip) {
      border-block-end: 1px solid var(--ma-hairline);
    }
    .captions slot {
      padding-block: 8px;
    }
    .chip .pick {
      flex: 1;
    }
  }
`;
