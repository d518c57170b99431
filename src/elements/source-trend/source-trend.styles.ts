import { css } from 'lit';

/** A button and two switches stand in one head. */
export const sourceTrendStyles = css`
  .head .delta {
    margin-inline-end: auto;
  }
  .head .segments {
    margin-inline-start: 0;
  }
  .choose[aria-expanded='true'] {
    background: var(--ma-hover);
  }
  @container (max-width: 759px) {
    /* the title and its button, then the switches, then the legend */
    .head h2 {
      flex: 1 0 calc(100% - 140px);
    }
    .head .delta {
      display: none;
    }
  }
  @container (max-width: 479px) {
    .head {
      column-gap: var(--ma-2);
    }
    .head .segments button {
      padding-inline: 7px;
    }
  }
`;
