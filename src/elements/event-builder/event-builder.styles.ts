import { css } from 'lit';

/** The look of the wizard: its steps beside the form, above it where it is narrow. */
export const eventBuilderStyles = css`
  .state {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: 20px;
  }
  .state::before {
    content: '';
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid currentColor;
    border-radius: 50%;
  }
  .state.testing {
    color: var(--ma-warn);
  }
  .state.testing::before {
    background: linear-gradient(currentColor 0 0) 0 0 / 50% 100% no-repeat;
  }
  .state.published {
    color: var(--ma-up);
  }
  .state.published::before {
    background: currentColor;
  }
  .head {
    padding-block-end: var(--ma-4);
    border-block-end: 1px solid var(--ma-hairline);
  }
  .body.wizard {
    display: flex;
    padding: 0;
  }
  .steps {
    flex: none;
    inline-size: 200px;
    padding: var(--ma-4) 12px;
    border-inline-end: 1px solid var(--ma-hairline);
  }
  .steps ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .step-button {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: 36px;
    padding-inline: 8px;
    border-radius: var(--ma-radius-s);
    color: var(--ma-muted);
    text-align: start;
  }
  .step-button:hover,
  .step-button[aria-current] {
    background: var(--ma-hover);
    color: var(--ma-text);
  }
  .step-button[aria-current] {
    font-weight: var(--ma-strong);
  }
  .step-button .mark {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border: 1px solid var(--ma-control);
    border-radius: 50%;
    font-size: var(--ma-size-s);
    line-height: 1;
  }
  .step-button .mark .icon {
    inline-size: 12px;
    block-size: 12px;
  }
  .step-button[aria-current] .mark {
    border-color: var(--ma-accent-fill);
    background: var(--ma-accent-fill);
    color: var(--ma-on-accent);
  }
  .step-button.good:not([aria-current]) .mark {
    border-color: transparent;
    background: var(--ma-selected);
    color: var(--ma-accent-text);
  }
  .step-button.bad:not([aria-current]) {
    color: var(--ma-down);
  }
  .step-button.bad:not([aria-current]) .mark {
    border-color: transparent;
    background: var(--ma-down-tint);
  }
  .room {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 320px;
    padding: var(--ma-4) var(--ma-5) var(--ma-5);
  }
  .room h3 {
    font-size: inherit;
    font-weight: var(--ma-strong);
    line-height: 20px;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    margin-block-end: var(--ma-4);
    padding: 8px 12px;
    border-radius: var(--ma-radius-s);
    background: var(--ma-sunken);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .fault-summary {
    margin-block-end: var(--ma-4);
  }
  .quiet {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
  }
  .fields + .fields {
    margin-block-start: 16px;
  }
  .fields .form-field {
    flex-basis: 200px;
    max-inline-size: 420px;
  }
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
  .goals {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 12px 4px;
  }
  .foot.doing {
    flex-wrap: wrap;
    block-size: auto;
    min-block-size: 56px;
    padding-block: 8px;
    padding-inline-end: var(--ma-5);
    white-space: normal;
  }
  .foot.doing .said {
    flex: 1 1 160px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .foot.doing .said .cure {
    margin-inline-start: 6px;
  }
  .says {
    display: grid;
    min-block-size: 320px;
  }
  .bones {
    display: grid;
    gap: 20px;
    align-content: start;
  }
  .bones .bone {
    block-size: 36px;
    max-inline-size: 420px;
  }
  @container (max-width: 719px) {
    .body.wizard {
      display: block;
    }
    .steps {
      inline-size: auto;
      padding: 8px var(--ma-4);
      border-inline-end: 0;
      border-block-end: 1px solid var(--ma-hairline);
    }
    .steps ol {
      display: flex;
      gap: 4px;
    }
    .steps li:has([aria-current]) {
      flex: 1;
      min-inline-size: 0;
    }
    .step-button:not([aria-current]) .name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .room {
      padding-inline: var(--ma-4);
    }
    .foot.doing {
      padding-inline: var(--ma-4);
    }
    .foot.doing .said {
      flex-basis: 100%;
    }
    .foot.doing .primary {
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .state::before,
    .step-button[aria-current] .mark {
      forced-color-adjust: none;
    }
    .step-button[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
