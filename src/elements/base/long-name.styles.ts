import { css } from 'lit';

/** The look of a name of any length: cut in the middle where it is too long, whole on hover and focus. */
export const longNameStyles = css`
  .path {
    display: block;
    min-inline-size: 0;
    inline-size: 100%;
    border-radius: var(--ma-radius-xs);
    text-align: start;
  }
  .short {
    display: block;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
    text-align: left;
  }
  .frame:dir(rtl) .short {
    text-align: right;
  }
  /* where the head would keep less than 3em beside the tail, it keeps all: the name is then cut at its end */
  .start {
    display: inline-block;
    max-inline-size: max(100% - var(--tail), clamp(0px, (var(--tail) + 3em - 100%) * 1000, 100%));
    overflow: hidden;
    text-overflow: ellipsis;
    vertical-align: bottom;
  }
  button.path:hover .short {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .whole {
    display: none;
    position: absolute;
    z-index: 4;
    inset-block-start: 50%;
    left: 0; /* a path is written from left to right; where it lies is up to the widget */
    translate: 0 -50%;
    inline-size: max-content;
    max-inline-size: min(640px, 100cqi - 40px);
    padding: 7px 8px;
    border-radius: var(--ma-radius-s);
    background: var(--ma-raised);
    box-shadow: var(--ma-shadow);
    color: var(--ma-text);
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
    pointer-events: none;
  }
  .frame:dir(rtl) .whole {
    left: auto;
    right: 0;
  }
  .path:is(:hover, :focus-visible) .whole {
    display: block;
  }
  .muted {
    color: var(--ma-muted);
  }
  @media (forced-colors: active) {
    .whole {
      border: 1px solid CanvasText;
    }
  }
`;
