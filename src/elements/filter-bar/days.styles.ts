import { css } from 'lit';

/** The look of the days dialog and of the calendar in it. */
export const daysStyles = css`
  .months {
    display: flex;
    justify-content: center;
    gap: 20px;
  }
  .days {
    inline-size: min(300px, 100vw - 16px);
  }
  .hint {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .hint.fault {
    color: var(--ma-down);
  }
  /* the room of the calendar is there before it has drawn itself: nothing moves */
  calendar-range {
    inline-size: auto;
    min-block-size: 312px;
    margin-block-start: 16px;
  }
  .with-calendar ::-webkit-calendar-picker-indicator {
    display: none;
  }
  calendar-range::part(container) {
    gap: 8px;
  }
  calendar-range::part(heading) {
    font-size: inherit;
    font-weight: var(--ma-strong);
  }
  calendar-range::part(button) {
    inline-size: 32px;
    block-size: 32px;
    border: 0;
    padding: 0;
    border-radius: var(--ma-radius-s);
    background: none;
    color: var(--ma-muted);
  }
  calendar-range::part(button):hover {
    background: var(--ma-hover);
  }
  calendar-month {
    --color-accent: var(--ma-accent-fill);
    --color-text-on-accent: var(--ma-on-accent);
  }
  calendar-month::part(heading) {
    font-size: inherit;
    font-weight: var(--ma-strong);
  }
  calendar-month::part(th) {
    block-size: 24px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    font-weight: 400;
  }
  calendar-month::part(button) {
    position: relative;
    inline-size: 36px;
    block-size: 36px;
    border-radius: var(--ma-radius-s);
    font-family: inherit;
    font-size: var(--ma-size);
  }
  calendar-month::part(today) {
    font-weight: 600;
    box-shadow: inset 0 0 0 1px var(--ma-line);
  }
  calendar-month::part(range-inner) {
    border-radius: 0;
    background: var(--ma-selected);
    color: var(--ma-text);
  }
  calendar-month::part(range-start) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  calendar-month::part(range-end) {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  calendar-month::part(range-start range-end) {
    border-radius: var(--ma-radius-s);
  }
  calendar-month::part(data)::after {
    content: '';
    position: absolute;
    inset-block-end: 4px;
    inset-inline-start: calc(50% - 2px);
    inline-size: 4px;
    block-size: 4px;
    border-radius: 50%;
    background: currentColor;
    opacity: 0.6;
  }
  .dots {
    margin-block-start: 8px;
  }
  @media (min-width: 640px) {
    .days.with-calendar {
      inline-size: 556px;
    }
  }
`;
