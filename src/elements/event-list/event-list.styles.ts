import { css, type CSSResult } from 'lit';
import { differenceStyles } from '../base/difference.styles.js';

const own = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .tools .button {
    block-size: 32px;
    font-size: inherit;
  }
  .said {
    --rows: 6;
  }
  :is(th, td) {
    text-align: start;
  }
  .lead .display {
    font-weight: var(--ma-strong);
  }
  .lead .code {
    margin-inline-start: 6px;
    color: var(--ma-muted);
  }
  .code {
    font-family: ui-monospace, 'SF Mono', SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
    font-size: 12px;
  }
  .created,
  .published,
  .updated,
  .by {
    color: var(--ma-muted);
  }
  span.state {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  span.state::before {
    content: '';
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid var(--ma-faint);
    border-radius: 50%;
  }
  .state.testing::before {
    border-color: var(--ma-warn);
    background: linear-gradient(var(--ma-warn) 0 0) 0 0 / 50% 100% no-repeat;
  }
  .state.published {
    color: inherit;
  }
  .state.published::before {
    border-color: var(--ma-up);
    background: var(--ma-up);
  }
  .newer {
    color: var(--ma-muted);
  }
  td.tools-cell {
    text-align: end;
  }
  .tool-button {
    display: inline-grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: var(--ma-radius-s);
    color: var(--ma-muted);
    vertical-align: middle;
  }
  .tool-button:hover {
    background: var(--ma-hover);
    color: var(--ma-text);
  }
  .turn[aria-expanded='true'] .icon {
    transform: scaleY(-1);
  }
  tbody .details > td {
    block-size: auto;
    padding: 0;
    white-space: normal;
  }
  tbody .opened > * {
    border-block-end-color: transparent;
  }
  .inside {
    padding: 4px 0 12px;
    overflow-wrap: anywhere;
  }
  .inside h3 {
    margin-block: 12px 4px;
    font-size: var(--ma-size-s);
    font-weight: var(--ma-strong);
  }
  .inside dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 16px;
    font-size: var(--ma-size-s);
  }
  .inside dt {
    color: var(--ma-muted);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin: 0;
    padding: 0;
    color: var(--ma-muted);
    list-style: none;
  }
  .chips .code {
    color: var(--ma-text);
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
  }
  details {
    border-block-start: 1px solid var(--ma-hairline);
    font-size: var(--ma-size-s);
  }
  summary {
    padding-block: 10px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
  }
  .more {
    margin: 0;
    padding: 0 0 12px;
    list-style: none;
    columns: 220px;
  }
  .more li {
    padding-block: 4px;
    break-inside: avoid;
    overflow-wrap: anywhere;
  }
  .more .link {
    margin-inline-start: 8px;
    color: var(--ma-accent-text);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .done,
  .lost {
    padding-block: 8px;
    font-size: var(--ma-size-s);
  }
  .lost {
    color: var(--ma-down);
  }
  @media (forced-colors: active) {
    .state::before {
      forced-color-adjust: none;
    }
  }
  @container (max-width: 899px) {
    .created,
    :is(th, td).published {
      display: none;
    }
  }
  @container (max-width: 719px) {
    tbody td.created,
    tbody td.published,
    tr > .lead {
      grid-column: span 2;
    }
    td:is(.created, .published, .updated, .by, .state) .label {
      display: block;
      color: var(--ma-muted);
      font-size: var(--ma-size-s);
    }
    td:is(.updated, .by) {
      font-size: var(--ma-size-s);
    }
    .lead .code {
      display: block;
      margin: 0;
    }
    tr > .lead {
      order: -2;
    }
    tr > .tools-cell {
      order: -1;
      text-align: end;
    }
    .details > td {
      grid-column: 1 / -1;
    }
  }
  @container (max-width: 399px) {
    td:is(.state, .updated, .by) {
      grid-column: 1 / -1;
    }
    td:is(.updated, .by) .label {
      display: inline;
      margin-inline-end: 6px;
    }
    td.state .label {
      display: none;
    }
  }
`;

/** The look of the list of events. */
export const eventListStyles: CSSResult = css`
  ${differenceStyles}${own}
`;
