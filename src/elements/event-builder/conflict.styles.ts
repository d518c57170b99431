import { css, type CSSResult } from 'lit';
import { differenceStyles } from '../base/difference.styles.js';

/** The look of two versions, of which one stays. */
export const conflictStyles: CSSResult = css`
  ${differenceStyles}
  .conflict {
    margin-block-end: var(--ma-5);
    padding: 16px;
    border: 1px solid var(--ma-warn);
    border-radius: var(--ma-radius-s);
    background: var(--ma-warn-tint);
  }
  .conflict h3 {
    display: flex;
    gap: 6px;
  }
`;
