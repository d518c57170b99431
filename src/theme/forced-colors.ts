import { css } from 'lit';

/** The reader's own colours: all tokens become system colours; what told things apart by colour has another sign too. */
export const forcedColors = css`
  @media (forced-colors: active) {
    :host > * {
      --ma-accent: Highlight;
      --ma-surface: Canvas;
      --ma-text: CanvasText;
      --ma-muted: CanvasText;
      --ma-faint: CanvasText;
      --ma-control: ButtonText;
      --ma-hairline: GrayText;
      --ma-line: CanvasText;
      --ma-sunken: Canvas;
      --ma-hover: Canvas;
      --ma-bone: GrayText;
      --ma-raised: Canvas;
      --ma-weekend: Canvas;
      --ma-crosshair: CanvasText;
      --ma-accent-text: LinkText;
      --ma-accent-fill: Highlight;
      --ma-on-accent: HighlightText;
      --ma-selected: Canvas;
      --ma-up: CanvasText;
      --ma-down: CanvasText;
      --ma-warn: CanvasText;
      --ma-down-tint: Canvas;
      --ma-warn-tint: Canvas;
      --ma-graph: Highlight;
      --ma-compare: CanvasText;
      --ma-wash: transparent;
      --ma-bar: Canvas;
      --ma-edge: CanvasText;
      --ma-shadow: 0 0 0 1px CanvasText;
    }
  }
`;
