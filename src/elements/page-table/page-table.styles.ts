import { css } from 'lit';

/** The look of the table of pages beside that of all tables: the bar at the visits, fewer columns where it is narrow. */
export const pageTableStyles = css`
  .frame {
    --_max-height: var(--ma-page-table-max-height, none);
  }
  :is(th, td).lead {
    inline-size: 99%;
    max-inline-size: 0;
    min-inline-size: 176px;
  }
  .skeleton .lead .bone {
    inline-size: 38%;
  }

  /* a whole name opens downwards, where no head lies over it; at the end of the list upwards */
  .whole {
    inset-block: 1px auto;
    translate: none;
  }
  @container (min-width: 720px) {
    tr:nth-last-child(-n + 2):not(:nth-child(-n + 2)) .whole {
      inset-block: auto 1px;
    }
  }
  @container (max-width: 959px) {
    .from-wide {
      display: none;
    }
    th.main,
    td.main {
      min-inline-size: calc(112px + var(--ma-4));
    }
  }
  @container (max-width: 719px) {
    .name {
      display: flex;
      align-items: baseline;
      gap: 8px;
      padding: 0;
    }
    .app {
      flex: none;
      max-inline-size: 45%;
    }
    tr > .main {
      position: static;
      min-inline-size: 0;
      padding: 0;
      text-align: end;
      font-weight: var(--ma-strong);
    }
    tbody tr > :is(.lead, .main) {
      margin-block-end: 8px;
    }
    .from-medium {
      display: none;
    }
    .whole {
      inset-block: -8px auto;
    }
    .track {
      inset-block: calc(12px + var(--ma-line-height) + 6px) auto;
      inset-inline: 0;
      inline-size: auto;
      block-size: 2px;
      background: var(--ma-bone);
    }
    .bar {
      block-size: 2px;
      border-block-end-width: 2px;
    }
  }
  @media (forced-colors: active) {
    .whole {
      border: 1px solid CanvasText;
    }
  }
`;
