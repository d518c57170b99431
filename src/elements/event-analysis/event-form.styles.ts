import { css } from 'lit';

/** The look of the form in which an analysis is asked. */
export const eventFormStyles = css`
  .ask {
    flex: 1 0 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 12px;
    min-inline-size: 0;
    padding-block-end: var(--ma-4);
    border-block-end: 1px solid var(--ma-hairline);
  }
  .asked {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .asked .label {
    display: block;
    margin-block-end: 6px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .picks,
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    min-inline-size: 0;
  }
  .filters {
    flex: 1 0 100%;
  }
  .asked:has([data-pick='event']) {
    flex: 1 1 220px;
  }
  .asked .pick {
    border-color: var(--ma-control);
  }
  .pick[data-pick='event'] {
    inline-size: 100%;
    font-weight: var(--ma-strong);
  }
  .pick code {
    margin-inline-start: 4px;
    color: var(--ma-muted);
    font-weight: 400;
  }
  .ask .quiet {
    color: var(--ma-muted);
    font-weight: 400;
  }
  .past {
    margin-inline-start: auto;
  }
  @container (max-width: 639px) {
    .asked:has([data-pick='event'], .pick ~ .pick) {
      flex-basis: 100%;
    }
    .asked,
    .past {
      flex: 1 1 calc(50% - 6px);
      margin: 0;
    }
    :is(.asked, .past) .pick {
      flex: 1 1 0;
      inline-size: 100%;
    }
  }
  @container (max-width: 479px) {
    .asked:not(:has([data-pick='groups'])) {
      flex-basis: 100%;
    }
    .asked .dates {
      display: none;
    }
  }
`;
