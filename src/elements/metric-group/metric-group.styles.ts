import { css } from 'lit';

/**
 * The look of the sheet: cards parted by hairlines, the chosen one under an accent rule and open to the chart below.
 * What lies in a card is the card's own look.
 */
export const metricGroupStyles = css`
  .head {
    min-block-size: 44px;
    padding-block: 12px;
  }
  .head .titles {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--ma-2);
  }
  .head .context {
    margin: 0;
  }
  .head .bone {
    inline-size: 140px;
    block-size: 10px;
    margin-block: 5px;
  }
  .body {
    padding: 0;
  }
  .cards {
    position: relative;
    z-index: 1;
    display: grid;
    grid-template-columns: repeat(var(--wide), minmax(0, 1fr));
    /* the first lines of a row lie outside; the rule and the opening reach one pixel out */
    clip-path: inset(-1px 0);
  }
  .cards > [role='tablist'] {
    position: absolute;
  }
  .card {
    --_start: var(--ma-4);
    container-type: inline-size;
    position: relative;
    margin-inline-start: -1px;
    border: 0 solid var(--ma-hairline);
    border-block-start-width: 1px;
    border-inline-start-width: 1px;
    background: var(--ma-surface);
  }
  .face {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    padding-block: var(--ma-4) calc(var(--ma-4) - 2px);
    padding-inline: var(--_start) var(--ma-4);
  }
  .first-wide {
    --_start: var(--ma-5);
  }
  .figures {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-inline-size: 0;
  }
  .choose .label-bone {
    display: inline-block;
    margin: 0;
    vertical-align: middle;
  }
  .choose::after {
    border-radius: 0;
  }
  .card:hover .choose {
    color: var(--ma-text);
  }
  .chosen::before {
    content: '';
    position: absolute;
    z-index: 1;
    inset-inline: -1px 0;
    inset-block-start: -1px;
    block-size: 2px;
    background: var(--ma-accent-fill);
  }
  .chosen .label {
    color: var(--ma-text);
    font-weight: var(--ma-strong);
  }
  .chosen .spark {
    color: var(--ma-graph);
  }
  .chosen .spark path {
    stroke-width: 1.5;
  }
  .with-panel .chosen.last-wide {
    margin-block-end: -1px;
  }
  .panel {
    border-block-start: 1px solid var(--ma-hairline);
  }
  .panel[hidden] {
    display: none;
  }
  .none-chosen {
    display: grid;
    min-block-size: 168px;
  }

  @container (max-width: 899px) {
    .cards {
      grid-template-columns: repeat(var(--medium), minmax(0, 1fr));
    }
    .with-panel .chosen.last-wide {
      margin-block-end: 0;
    }
    .card {
      --_start: var(--ma-4);
    }
    .first-medium {
      --_start: var(--ma-5);
    }
    .with-panel .chosen.last-medium {
      margin-block-end: -1px;
    }
  }
  @container (max-width: 479px) {
    .cards {
      grid-template-columns: repeat(var(--narrow), minmax(0, 1fr));
    }
    .with-panel .chosen.last-medium {
      margin-block-end: 0;
    }
    .with-panel .chosen.last-narrow {
      margin-block-end: -1px;
    }
    .card:last-child:nth-child(2n) {
      grid-column: 1 / -1;
    }
    .card {
      --_start: var(--ma-3);
    }
    .first-narrow {
      --_start: var(--ma-4);
    }
  }
  @container (max-width: 319px) {
    /* growth against three things needs more than half of it */
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }
    .card {
      --_start: var(--ma-4);
    }
  }
  @container (max-width: 199px) {
    .face {
      padding-inline-end: var(--ma-3);
    }
  }
  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
    .chosen::before {
      background: Highlight;
      forced-color-adjust: none;
    }
    .panel {
      border-color: CanvasText;
    }
  }
`;
