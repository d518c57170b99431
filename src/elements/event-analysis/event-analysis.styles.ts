import { css } from 'lit';

/** The answer of an analysis: the question above, the chart, and its groups below. */
export const eventAnalysisStyles = css`
  .head {
    flex-wrap: wrap;
    row-gap: var(--ma-3);
  }
  .head .legend {
    flex: 1 1 240px;
  }
  .frame:has(.whole-range) .head :is(.legend, .more-keys) {
    display: none;
  }
  .head .segments {
    margin-inline-start: auto;
  }
  .ask-bone {
    flex: 1 0 100%;
    block-size: 116px;
    border-radius: var(--ma-radius-s);
  }
  .groups {
    margin-block-start: var(--ma-3);
    padding-block: var(--ma-3);
    border-block-start: 1px solid var(--ma-hairline);
  }
  .whole-range .groups {
    margin: 0;
    padding-block-start: 0;
    border: 0;
  }
`;
