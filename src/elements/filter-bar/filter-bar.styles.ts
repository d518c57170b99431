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
  ::slotted(*) {
    margin-inline-start: auto;
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
    ::slotted(*) {
      grid-column: 1 / -1;
      max-inline-size: none;
      margin: 0;
    }
    .chip .pick {
      flex: 1;
    }
  }
`;
