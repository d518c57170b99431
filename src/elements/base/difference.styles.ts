import { css } from 'lit';

/** The look of two versions side by side. */
export const differenceStyles = css`
  .differences {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .differences :is(th, td) {
    padding: 8px;
    padding-inline-start: 0;
    border-block-end: 1px solid var(--ma-hairline);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .differences bdi {
    white-space: pre-line;
  }
  .differences th {
    color: var(--ma-muted);
  }
  .differences .label {
    display: none;
    color: var(--ma-muted);
  }
  @container (max-width: 479px) {
    .differences :is(tbody, tr, th, td) {
      display: block;
    }
    .differences thead {
      display: none;
    }
    .differences :is(th, td) {
      padding: 2px 0;
      border: 0;
    }
    .differences tr {
      padding-block: 8px;
      border-block-end: 1px solid var(--ma-hairline);
    }
    .differences .label {
      display: inline;
      margin-inline-end: 6px;
    }
  }
`;
