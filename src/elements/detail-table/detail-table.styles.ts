import { css } from 'lit';

/** The look of the table of details beside that of all tables. */
export const detailTableStyles = css`
  .frame {
    --_max-height: var(--ma-detail-table-max-height, none);
  }
  .tools {
    flex-wrap: wrap;
    align-items: center;
  }
  .lead {
    min-inline-size: 120px;
  }
  .lead .bone {
    inline-size: 72px;
  }
  th .bone {
    display: inline-block;
    inline-size: 48px;
    block-size: 10px;
    vertical-align: middle;
  }
  th.main,
  td.main {
    min-inline-size: calc(120px + var(--ma-4) + var(--ma-theme-lane, 0px) / 2);
  }
  .state {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
  }
  .future > * {
    color: var(--ma-muted);
  }
  .previous-column {
    color: var(--ma-muted);
  }
  .total .previous-column {
    font-weight: 400;
  }
  /* a metric and what it is compared with stand together */
  :is(.previous-column, .change-column) {
    padding-inline-start: var(--ma-3);
  }
  .change-column + .value-column {
    padding-inline-start: 32px;
  }

  @container (max-width: 479px) {
    tr > .lead {
      grid-column: 1 / -1;
      font-weight: var(--ma-strong);
    }
    .bucket {
      display: flex;
      justify-content: space-between;
      gap: 8px;
    }
    .lead .state {
      font-weight: 400;
    }
    tr > .main {
      position: static;
      min-inline-size: 0;
    }
    .track {
      inset-block: calc(12px + var(--ma-line-height) + 4px) auto;
      inset-inline: 0;
      inline-size: auto;
      block-size: 2px;
      background: var(--ma-bone);
    }
    .bar {
      block-size: 2px;
      border-block-end-width: 2px;
    }
    tbody .lead {
      margin-block-end: 10px;
    }
    /* names may take two lines; the numbers stand on one */
    tr {
      align-items: end;
    }
    .number .label {
      white-space: normal;
    }
    .number:is(.value-column, .previous-column, .change-column) {
      padding-inline: 0;
    }
  }
`;
