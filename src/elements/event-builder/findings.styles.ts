import { css } from 'lit';

/** The look of what a check and a test have found: verdicts and tables, which are labelled rows where it is narrow. */
export const findingsStyles = css`
  .verdict {
    display: flex;
    gap: 6px;
    align-items: flex-start;
    min-block-size: 24px;
    padding-block: 4px;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  td.verdict {
    display: table-cell;
  }
  td.verdict > .icon {
    display: inline-block;
    margin-inline-end: 6px;
    vertical-align: -3px;
  }
  .verdict.good {
    color: var(--ma-up);
  }
  .verdict.wait {
    color: var(--ma-warn);
  }
  .verdict.bad {
    color: var(--ma-down);
  }
  .list {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .list.days {
    inline-size: min(100%, 280px);
  }
  .list.days td,
  .list.days th + th {
    text-align: end;
  }
  .list.old {
    opacity: 0.64;
  }
  .list :is(th, td) {
    padding: 8px 0;
    padding-inline-end: 16px;
    border-block-end: 1px solid var(--ma-hairline);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  .list thead th {
    border-block-end-color: var(--ma-line);
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
  }
  .list tr.bad > * {
    background: var(--ma-down-tint);
  }
  .list tr.bad > :first-child {
    padding-inline-start: 6px;
    border-inline-start: 2px solid var(--ma-down);
  }
  .bad .reasons {
    color: var(--ma-down);
  }
  @container (max-width: 559px) {
    .list:not(.days) :is(tbody, tr, th, td) {
      display: block;
    }
    .list:not(.days) thead {
      display: none;
    }
    .list:not(.days) :is(th, td) {
      padding: 2px 8px;
      padding-inline-start: 0;
      border: 0;
    }
    .list:not(.days) tr {
      padding-block: 8px;
      border-block-end: 1px solid var(--ma-hairline);
    }
    .list:not(.days) tr.bad {
      padding-inline-start: 6px;
      border-inline-start: 2px solid var(--ma-down);
      background: var(--ma-down-tint);
    }
    .list:not(.days) tr.bad > * {
      padding-inline-start: 0;
      border: 0;
      background: none;
    }
  }
  .waiting {
    display: flex;
    gap: 6px;
    padding-block: 12px;
    color: var(--ma-muted);
  }
`;
