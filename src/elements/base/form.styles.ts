import { css } from 'lit';

/** The look of forms: fields with what stands under them, the summary of faults, buttons, lists that are put in order. */
export const formStyles = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .form-field {
    display: block;
    flex: 1 1 160px;
    min-inline-size: 0;
  }
  .form-field > label {
    display: block;
    margin-block-end: 6px;
    font-size: var(--ma-size-s);
    font-weight: var(--ma-strong);
    line-height: var(--ma-line-s);
  }
  .form-field :is(input, select, textarea) {
    display: block;
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 36px;
    margin: 0;
    padding-inline: 10px;
    border: 1px solid var(--ma-control);
    border-radius: var(--ma-radius-s);
    background: var(--ma-surface);
    color: inherit;
    font: inherit;
  }
  .form-field ::placeholder {
    color: var(--ma-faint);
    opacity: 1;
  }
  .form-field input.code,
  .code {
    font-family: ui-monospace, 'SF Mono', SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
    font-size: 12px;
  }
  .form-field .select {
    position: relative;
    display: block;
  }
  .form-field select {
    appearance: none;
    padding-inline-end: 32px;
    text-overflow: ellipsis;
  }
  .form-field .select > .icon {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: 10px;
    color: var(--ma-faint);
    pointer-events: none;
  }
  .form-field :is(input:read-only, select:disabled) {
    border-color: var(--ma-line);
    background: var(--ma-sunken);
    color: var(--ma-muted);
    opacity: 1;
  }
  .form-field select:disabled + .icon {
    display: none;
  }
  .form-field :is(input, select):focus-visible {
    outline-offset: 0;
  }
  .form-field .below {
    margin-block-start: 6px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    overflow-wrap: anywhere;
  }
  .form-field.bad .below {
    display: flex;
    gap: 6px;
    color: var(--ma-down);
  }
  .form-field.bad :is(input, select) {
    border-color: var(--ma-down);
    box-shadow: 0 0 0 3px color-mix(in oklab, var(--ma-down) 16%, transparent);
  }
  .cure {
    color: var(--ma-accent-text);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  .fault-summary {
    display: flex;
    gap: 8px;
    padding: 12px;
    border-inline-start: 2px solid var(--ma-down);
    background: var(--ma-down-tint);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    overflow-wrap: anywhere;
  }
  .fault-summary > .icon {
    color: var(--ma-down);
  }
  .fault-summary .count {
    color: var(--ma-down);
    font-weight: var(--ma-strong);
  }
  .fault-summary ul {
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
  }
  .fault-summary li + li {
    margin-block-start: 4px;
  }
  .button.large {
    block-size: 32px;
    padding-inline: 14px;
    font-size: inherit;
  }
  .button.primary,
  .button.primary:hover {
    border-color: transparent;
    background: var(--ma-accent-fill);
    color: var(--ma-on-accent);
  }
  .button[aria-disabled='true'],
  .button[aria-disabled='true']:hover {
    border-color: var(--ma-line);
    background: var(--ma-sunken);
    color: var(--ma-faint);
  }
  .button.plain {
    border-color: transparent;
    background: none;
    color: var(--ma-accent-text);
  }
  .button.plain:hover {
    background: var(--ma-hover);
  }
  .grip {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    border-radius: var(--ma-radius-s);
    color: var(--ma-faint);
    cursor: grab;
    touch-action: none;
  }
  .grip:hover {
    background: var(--ma-hover);
    color: var(--ma-text);
  }
  .grip .dots {
    stroke-width: 2;
  }
  [data-order] {
    position: relative;
  }
  [data-order].dragged {
    opacity: 0.5;
  }
  [data-order].before::before,
  [data-order].after::after {
    content: '';
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    block-size: 2px;
    background: var(--ma-accent-fill);
  }
  [data-order].before::before {
    inset-block-start: -1px;
  }
  [data-order].after::after {
    inset-block-end: -1px;
  }
  @media (pointer: coarse) {
    .form-field :is(input, select) {
      block-size: 44px;
      font-size: 16px;
    }
    .form-field .select > .icon {
      inset-block-start: 14px;
    }
    .button.large {
      block-size: 44px;
    }
    .grip {
      inline-size: 44px;
      block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .form-field.bad :is(input, select) {
      outline: 2px solid CanvasText;
    }
    /* Chromium would lay its backing under the words, in their own colour. */
    .button.primary:not([aria-disabled='true']) {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: Highlight;
      color: HighlightText;
    }
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
    [data-order].before::before,
    [data-order].after::after {
      background: Highlight;
    }
  }
`;
