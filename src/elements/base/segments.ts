import { html, type TemplateResult } from 'lit';

/** One of several views of the same thing. */
export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A small switch in a widget's head: one of a few values, all in sight. */
export function segments<Value extends string>(
  options: readonly Segment<Value>[],
  chosen: string | undefined,
  name: string,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="segments" role="group" aria-label=${name}>
    ${options.map(
      ({ value, label }) =>
        html`<button type="button" aria-pressed=${String(value === chosen)} @click=${() => choose(value)}>
          ${label}
        </button>`,
    )}
  </div>`;
}
