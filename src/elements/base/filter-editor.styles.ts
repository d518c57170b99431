import { css } from 'lit';
import { choiceListStyles } from './choice-list.styles.js';

/** The look of the dialog in which a filter is made. */
export const filterEditorStyles = css`
  ${choiceListStyles}
  .field.whole,
  .values {
    flex-basis: 100%;
  }
  .values {
    border: 1px solid var(--ma-control);
    border-radius: var(--ma-radius-s);
  }
  .values .choices {
    max-block-size: 240px;
    min-inline-size: 0;
    max-inline-size: none;
  }
`;
