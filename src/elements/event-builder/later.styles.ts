import { css, type CSSResult } from 'lit';
import { differenceStyles } from '../base/difference.styles.js';

const own = css`
  .panel + .panel {
    margin-block-start: var(--ma-5);
    padding-block-start: var(--ma-5);
    border-block-start: 1px solid var(--ma-hairline);
  }
  .panel-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 12px;
  }
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
    padding-inline-start: 8px;
    box-shadow: inset 2px 0 var(--ma-down);
  }
  .list tr.bad > :first-child:dir(rtl) {
    box-shadow: inset -2px 0 var(--ma-down);
  }
  .reasons {
    color: var(--ma-down);
  }
  .goals {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 12px 4px;
  }
  .conflict {
    margin-block-end: var(--ma-5);
    padding: 16px;
    border: 1px solid var(--ma-warn);
    border-radius: var(--ma-radius-s);
    background: var(--ma-warn-tint);
  }
  .conflict h3 {
    display: flex;
    gap: 6px;
  }
  .waiting {
    display: flex;
    gap: 6px;
    padding-block: 12px;
    color: var(--ma-muted);
  }
  .code-block {
    margin: 8px 0 0;
    padding: 12px;
    overflow: auto;
    border-radius: var(--ma-radius-s);
    background: var(--ma-sunken);
    font-size: 12px;
    line-height: 18px;
    text-align: left;
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
      padding-inline-start: 8px;
      background: var(--ma-down-tint);
    }
    .list:not(.days) tr.bad > * {
      background: none;
      box-shadow: none;
    }
  }
`;

/** The look of checking, testing, publishing, and of a conflict. */
export const laterStyles: CSSResult = css`
  ${differenceStyles}${own}
`;
