import { css } from 'lit';

/** The look of frame, head, foot and actions; and of what else all widgets share. */
export const frameStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  dl,
  dd {
    margin: 0;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
  }
  .frame {
    container-type: inline-size;
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-inline-size: 0;
    background: var(--ma-surface);
    color: var(--ma-text);
    border: var(--ma-frame) solid var(--ma-hairline);
    border-radius: var(--ma-radius);
    font: 400 var(--ma-size) / var(--ma-line-height) var(--ma-font);
    font-variant-numeric: tabular-nums lining-nums;
    letter-spacing: normal;
    text-align: start;
    -webkit-font-smoothing: antialiased;
  }
  .frame:lang(ar),
  .frame:lang(fa) {
    line-height: 1.6;
  }
  .frame.bare {
    border: 0;
    background: none;
  }
  .head {
    display: flex;
    align-items: flex-start;
    gap: var(--ma-3);
    padding: var(--ma-4) var(--ma-5) 0;
  }
  .head .titles {
    flex: 1;
    min-inline-size: 0;
  }
  .head h2 {
    font-size: inherit;
    font-weight: var(--ma-strong);
    line-height: 20px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .context {
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    color: var(--ma-muted);
    margin-block-start: 2px;
  }
  .body {
    flex: 1;
    min-inline-size: 0;
    position: relative;
    padding: var(--ma-4) var(--ma-5);
  }
  /* not its children: whatever is in them would be styled anew */
  .dimmed {
    opacity: 0.64;
  }
  .foot {
    display: flex;
    align-items: center;
    gap: var(--ma-2);
    block-size: var(--ma-row);
    flex: none;
    border-block-start: 1px solid var(--ma-hairline);
    padding-inline: var(--ma-5) var(--ma-3);
    border-end-start-radius: calc(var(--ma-radius) - 1px);
    border-end-end-radius: calc(var(--ma-radius) - 1px);
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    white-space: nowrap;
  }
  .foot.warn,
  .foot.down {
    color: var(--ma-text);
    background: var(--ma-warn-tint);
  }
  .foot.down {
    background: var(--ma-down-tint);
  }
  .status {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .pieces {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .pieces > span + span::before {
    content: ' · ';
  }
  .pip {
    flex: none;
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--ma-up);
  }
  .pip.quiet,
  .pip.warn {
    background: none;
    border: 1.5px solid var(--ma-faint);
  }
  .pip.warn {
    border-color: var(--ma-warn);
  }
  .pip.down {
    background: var(--ma-down);
  }
  .actions {
    display: flex;
    gap: 2px;
  }
  .tool {
    display: grid;
    place-items: center;
    inline-size: min(28px, var(--ma-row) - 2px);
    block-size: min(28px, var(--ma-row) - 2px);
    border-radius: var(--ma-radius-s);
    color: var(--ma-muted);
    transition: background-color var(--ma-motion) ease-out;
  }
  .tool:hover,
  .tool[aria-pressed='true'],
  .tool[aria-expanded='true'] {
    background: var(--ma-hover);
    color: var(--ma-text);
  }
  .tool.more {
    display: none;
  }
  .icon {
    display: block;
    inline-size: 16px;
    block-size: 16px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: var(--ma-stroke);
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon .dots {
    stroke-width: 2;
  }
  .frame:dir(rtl) .flip {
    transform: scaleX(-1);
    transform-origin: center;
  }
  .button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    block-size: 28px;
    padding-inline: 10px;
    border: 1px solid var(--ma-line);
    border-radius: var(--ma-radius-s);
    background: var(--ma-surface);
    font-size: var(--ma-size-s);
    font-weight: var(--ma-strong);
    white-space: nowrap;
    transition: background-color var(--ma-motion) ease-out;
  }
  .button:hover {
    background: var(--ma-hover);
  }
  .bone {
    display: block;
    background: var(--ma-bone);
    border-radius: var(--ma-radius-xs);
  }
  .hidden-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--ma-accent-fill);
    outline-offset: 2px;
  }
  .tool:focus-visible {
    outline-offset: -2px;
  }
  @container (max-width: 479px) {
    .head,
    .body {
      padding-inline: var(--ma-4);
    }
    .foot {
      padding-inline: var(--ma-4) var(--ma-2);
    }
    .tool:not(.more),
    .further {
      display: none;
    }
    .tool.more {
      display: grid;
    }
  }
  @media (pointer: coarse) {
    .tool {
      position: relative;
    }
    .tool::after {
      content: '';
      position: absolute;
      inset: -8px;
    }
  }
  @media (forced-colors: active) {
    .frame {
      border: 1px solid CanvasText;
    }
    .frame.bare {
      border: 0;
    }
    .bone {
      border: 1px solid GrayText;
      background: none;
    }
    .pip {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .pip.quiet,
    .pip.warn {
      background: none;
      border-color: CanvasText;
    }
    .tool[aria-pressed='true'],
    .tool[aria-expanded='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
