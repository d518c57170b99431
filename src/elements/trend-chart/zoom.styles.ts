import { css } from 'lit';

/** The stretch that is being marked, and the way back to the whole range. */
export const zoomStyles = css`
  .mark {
    position: absolute;
    z-index: 2;
    left: var(--x);
    top: var(--y);
    box-sizing: border-box;
    inline-size: var(--w);
    block-size: var(--h);
    border: solid var(--ma-accent-fill);
    border-width: 0 1px;
    background: color-mix(in srgb, var(--ma-accent-fill) 14%, transparent);
    pointer-events: none;
  }
  .marked {
    position: absolute;
    left: 50%;
    top: 4px;
    padding: 1px 6px;
    border-radius: var(--ma-radius-xs);
    background: var(--ma-raised);
    box-shadow: var(--ma-shadow);
    color: var(--ma-text);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    white-space: nowrap;
    translate: calc(-50% + var(--shift, 0px)) 0;
  }
  .aim {
    user-select: none;
    -webkit-user-select: none;
  }
  .head .delta:has(.zoom-out) {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ma-2);
    margin-inline-start: 0;
  }
  .stretch {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    white-space: nowrap;
  }
  @container (max-width: 479px) {
    .zoom-out {
      padding-inline: 5px;
    }
    .zoom-out span {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stretch {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .mark {
      border-width: 0 2px;
      border-color: Highlight;
      background: color-mix(in srgb, Highlight 30%, transparent);
      forced-color-adjust: none;
    }
    .marked {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
