import { css } from 'lit';

/** The look of actions: one list with hairlines, each with its fields; and of the code that reports an event. */
export const actionsStyles = css`
  .action-list {
    margin: 0;
    padding: 0;
    border: 1px solid var(--ma-line);
    border-radius: var(--ma-radius-s);
    list-style: none;
  }
  .action-list:empty {
    border: 0;
  }
  .action {
    padding: 8px 12px 12px;
  }
  .action + .action {
    border-block-start: 1px solid var(--ma-line);
  }
  .action-head {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 36px;
  }
  .action-head h3 {
    flex: 1;
  }
  .tool-button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    border-radius: var(--ma-radius-s);
    color: var(--ma-muted);
  }
  .tool-button:hover {
    background: var(--ma-hover);
    color: var(--ma-text);
  }
  .data {
    margin-block-start: 12px;
  }
  .data-row {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 8px;
    padding-block: 8px;
    border-block-start: 1px solid var(--ma-hairline);
  }
  .data-row .form-field {
    flex: 1 1 120px;
  }
  .data-row .tool-button {
    margin-block-start: 26px;
  }
  .adder {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-block-start: 8px;
  }
  .fault-line {
    display: flex;
    gap: 6px;
    color: var(--ma-down);
    font-size: var(--ma-size-s);
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
`;
