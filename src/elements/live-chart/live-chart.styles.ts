import { css } from 'lit';

/** The choices over a live chart, and the list of pages beside or under it. */
export const liveChartStyles = css`
  .live-tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ma-2);
    padding-block-end: var(--ma-3);
  }
  .moment {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
  }
  .moment input {
    min-inline-size: 0;
    block-size: 32px;
    padding-inline: 8px;
    border: 1px solid var(--ma-control);
    border-radius: var(--ma-radius-s);
    background: var(--ma-surface);
    color: var(--ma-text);
    font: inherit;
  }
  .live {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--ma-4) var(--ma-5);
  }
  .live-pages {
    min-inline-size: 0;
    padding-block-end: var(--ma-4);
  }
  .live-pages-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--ma-2);
    block-size: 28px;
  }
  .live-pages h3 {
    font-size: inherit;
    font-weight: var(--ma-strong);
  }
  .live-pages .says {
    align-self: center;
    justify-self: center;
    color: var(--ma-muted);
  }
  .chosen-mark {
    position: absolute;
    inset-block: 4px;
    inset-inline-start: 0;
    inline-size: 2px;
    background: var(--ma-accent-fill);
  }
  @container (min-width: 960px) {
    .live.with-pages {
      grid-template-columns: minmax(0, 1fr) 340px;
    }
    .live-pages {
      padding-block-end: 0;
    }
    .live-pages .bars {
      --_lane: 0px; /* beside the chart a lane would leave no room for names */
    }
  }
  @container (max-width: 479px) {
    .head .segments {
      flex-wrap: wrap;
      max-inline-size: 100%;
    }
    .head .segments button {
      padding-inline: 5px;
    }
    .moment {
      inline-size: 100%;
    }
    .moment input {
      flex: 1;
    }
  }
`;
