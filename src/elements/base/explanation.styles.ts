import { css } from 'lit';

/** The look of an explanation. */
export const explanationStyles = css`
  .explanation {
    inline-size: min(320px, 100vw - 16px);
  }
  .explanation::before {
    content: '';
    position: absolute;
    left: clamp(12px, var(--caret) - 5px, 100% - 22px);
    inset-block-start: -5px;
    inline-size: 10px;
    block-size: 10px;
    rotate: 45deg;
    background: inherit;
    box-shadow: -1px -1px 0 0 var(--ma-edge);
    border-start-start-radius: 2px;
  }
  .explanation:dir(rtl)::before {
    border-radius: 2px 0 0;
  }
  .explanation[data-above]::before {
    inset-block: auto -5px;
    rotate: 225deg;
  }
  .scroll {
    position: relative;
    padding: 16px;
  }
  .explanation h3 {
    font-size: inherit;
    line-height: 20px;
    font-weight: var(--ma-strong);
  }
  .explanation .about,
  .explanation .note {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: 18px;
    margin-block-start: 4px;
  }
  .sum {
    display: grid;
    grid-template-columns: 16px 1fr auto;
    margin-block: 12px;
    padding-block: 8px;
    border-block: 1px solid var(--ma-hairline);
    font-size: var(--ma-size-s);
    line-height: 24px;
  }
  .sum > div {
    display: contents;
  }
  .sum .sign {
    color: var(--ma-muted);
  }
  .sum dd,
  .facts dd {
    text-align: end;
  }
  .sum .result > * {
    font-weight: var(--ma-strong);
    border-block-start: 1px solid var(--ma-hairline);
    padding-block-start: 2px;
    margin-block-start: 2px;
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 12px;
    margin-block-start: 8px;
    font-size: var(--ma-size-s);
    line-height: 20px;
  }
  .facts dt {
    color: var(--ma-muted);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .others {
    margin-block-start: 8px;
    font-size: var(--ma-size-s);
    line-height: 20px;
  }
  .others summary {
    color: var(--ma-accent-text);
    inline-size: fit-content;
    border-radius: var(--ma-radius-xs);
  }
  .others h4 {
    margin: 8px 0 0;
    font-size: inherit;
    font-weight: var(--ma-strong);
  }
  .others .facts {
    margin-block-start: 0;
  }
`;
