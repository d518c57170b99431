import { css } from 'lit';

/** The look of making a funnel: the form, its steps as one list with hairlines, the preview beside it. */
export const funnelBuilderStyles = css`
  .head {
    flex-wrap: wrap;
    row-gap: var(--ma-2);
  }
  .head .titles {
    flex: 1 1 200px;
  }
  .context.lost {
    color: var(--ma-down);
  }
  .tools,
  .group-picks,
  .after-steps,
  .save-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  .tools :is(.pick, .button) {
    block-size: 32px;
  }
  .quiet,
  .dimmed {
    opacity: 1;
  }
  .dimmed .preview {
    opacity: 0.64;
  }
  .builder {
    display: grid;
    gap: var(--ma-5) var(--ma-8);
    align-items: start;
  }
  .pair,
  .making,
  .draft-form {
    display: grid;
    gap: var(--ma-4);
    min-inline-size: 0;
  }
  .read-only {
    padding: 8px 12px;
    background: var(--ma-sunken);
  }
  legend,
  .group-field .label {
    display: block;
    margin-block-end: 6px;
    padding: 0;
    font-size: var(--ma-size-s);
    font-weight: var(--ma-strong);
    line-height: var(--ma-line-s);
  }

  /* steps: one list with hairlines */
  .draft-steps {
    margin: 0;
    padding: 0;
    border: 1px solid var(--ma-line);
    border-radius: var(--ma-radius-s);
    list-style: none;
  }
  .draft-step {
    display: grid;
    grid-template-columns: 28px 2ch minmax(0, 1fr) auto 28px;
    column-gap: 8px;
    align-items: center;
    padding: 2px 6px;
  }
  .draft-step + .draft-step {
    border-block-start: 1px solid var(--ma-hairline);
  }
  .draft-step.bad {
    background: var(--ma-down-tint);
    border-inline-start: 2px solid var(--ma-down);
  }
  .draft-step > .nth {
    margin: 0;
  }
  .draft-step > .pick {
    inline-size: 100%;
    block-size: 36px;
    padding-inline: 6px;
    border-color: transparent;
  }
  .draft-step code {
    margin-inline-start: 6px;
    color: var(--ma-muted);
  }
  .frame .remove {
    display: grid;
    color: var(--ma-faint);
  }
  .narrowing {
    grid-column: 3 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    min-inline-size: 0;
    padding-inline-start: 6px;
  }
  .narrowing.none {
    grid-area: 1 / 4;
    padding: 0;
  }
  .draft-step > .remove {
    grid-column: 5;
  }
  .narrowing .chip,
  .narrowing > .pick {
    font-size: var(--ma-size-s);
  }
  .narrowing:not(.none) {
    padding-block-end: 6px;
  }
  .narrowing :is(.chip .pick, .add) {
    block-size: 24px;
    padding-inline: 8px 4px;
  }
  .narrowing > .add {
    padding-inline: 4px 8px;
    border: 0;
    background: none;
    color: var(--ma-accent-text);
  }
  .narrowing .tool {
    inline-size: 20px;
    block-size: 20px;
  }
  .narrowing .tool .icon,
  .narrowing > .add > .icon {
    inline-size: 12px;
    block-size: 12px;
    color: inherit;
  }
  .draft-step > .form-field {
    grid-column: 3 / -1;
    padding: 0 6px 6px;
  }
  .after-steps {
    margin-block-start: 4px;
  }
  .after-steps,
  .save-bar > p,
  .came-through {
    font-size: var(--ma-size-s);
  }

  /* window and groups */
  .window-fields {
    display: flex;
    gap: 8px;
    align-items: start;
  }
  .window-fields > .form-field {
    flex: 1 1 96px;
  }
  .group-picks > .pick {
    flex: 1 1 140px;
    block-size: 36px;
    border-color: var(--ma-control);
  }

  /* saving */
  .saving {
    display: grid;
    gap: var(--ma-3);
  }
  .save-bar {
    padding-block-start: var(--ma-3);
    border-block-start: 1px solid var(--ma-hairline);
  }
  .save-bar > p {
    flex: 1 1 120px;
  }

  /* preview */
  .preview {
    min-inline-size: 0;
  }
  .preview h3 {
    font-size: inherit;
    font-weight: var(--ma-strong);
  }
  .preview > header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    margin-block-end: var(--ma-3);
  }
  .preview .context {
    flex: 1;
    margin: 0;
    white-space: nowrap;
  }
  .came-through {
    color: var(--ma-muted);
  }
  .came-through b {
    color: var(--ma-text);
    font-size: 20px;
    font-weight: var(--ma-strong);
  }
  .said-instead {
    display: grid;
    align-content: center;
    min-block-size: 200px;
    padding: var(--ma-4);
    text-align: center;
  }
  @container (min-width: 560px) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 960px) {
    .builder:has(.preview) {
      grid-template-columns: minmax(400px, 5fr) minmax(0, 6fr);
    }
  }
  @container (max-width: 479px) {
    .narrowing.none {
      grid-area: auto / 3 / auto / -1;
    }
    .save-bar .button {
      flex: 1 1 auto;
      justify-content: center;
    }
  }
`;
