import { css } from 'lit';

/** The head, the room of the plot, and the bones of both; what is shown in them comes with the kit. */
export const trendChartStyles = css`
  .frame {
    --_height: var(--ma-chart-height, 280px);
  }
  .head {
    align-items: center;
    gap: var(--ma-2) var(--ma-4);
    min-block-size: 44px;
  }
  .head h2 {
    flex: 0 1 auto;
    min-inline-size: 0;
    line-height: 20px;
    white-space: nowrap;
  }
  .head .delta {
    margin-inline-start: calc(var(--ma-2) * -1);
    line-height: 20px;
  }
  .head .legend {
    flex: 1;
    justify-content: flex-end;
  }
  .body {
    padding-block: var(--ma-3) 0;
  }
  .title-bone {
    inline-size: 96px;
    block-size: 12px;
    margin-block: 4px;
  }
  .key-bone {
    inline-size: 172px;
    block-size: 10px;
    margin-block: 3px;
  }
  .switch-bone {
    inline-size: 152px;
    block-size: 28px;
    border-radius: var(--ma-radius-s);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ma-1) var(--ma-4);
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    color: var(--ma-muted);
  }
  /* plot */
  .stage {
    --_room: 44px;
    --_columns: 3;
    position: relative;
    block-size: calc(var(--_height) + var(--_room));
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .stage.with-difference {
    --_room: 145px;
  }
  .stage.multiples {
    block-size: auto;
    min-block-size: calc(round(up, var(--count) / var(--_columns), 1) * 185px);
  }
  .plot {
    position: relative;
    block-size: 100%;
  }
  /* skeleton */
  .bones {
    position: absolute;
    inset: 12px 0 0;
    inline-size: 100%;
    pointer-events: none;
  }
  .bones svg {
    position: absolute;
    inset-block: 0 32px;
    inset-inline: 44px 8px;
    inline-size: calc(100% - 52px);
    block-size: calc(100% - 32px);
    fill: var(--ma-bone);
  }
  .bones i {
    position: absolute;
    inset-inline: 0;
    block-size: 1px;
    inset-block-start: calc((100% - 32px) * var(--at));
    background: var(--ma-hairline);
  }
  .bones .tick {
    inset-block: auto 6px;
    inset-inline: calc(44px + (100% - 52px) * var(--at)) auto;
    inline-size: 40px;
    block-size: 10px;
    margin-inline-start: -20px;
    border-radius: var(--ma-radius-xs);
    background: var(--ma-bone);
  }

  .unseen {
    visibility: hidden;
  }
  @container (max-width: 759px) {
    /* the legend has a row of its own, so that the head is as high while it is empty */
    .head {
      flex-wrap: wrap;
    }
    .head .delta {
      margin-inline-end: auto;
    }
    .head .legend {
      order: 1;
      flex: 1 0 100%;
      justify-content: flex-start;
    }
    .stage {
      --_columns: 2;
    }
  }
  @container (max-width: 479px) {
    .stage {
      --_columns: 1;
    }
    .frame > * {
      --_height: var(--ma-chart-height-narrow, 220px);
    }
    .head {
      row-gap: var(--ma-2);
    }
  }
`;
