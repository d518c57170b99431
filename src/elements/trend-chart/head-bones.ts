import { html, nothing, type TemplateResult } from 'lit';

/** What a head will hold. */
export interface HeadShape {
  /** Entries of the legend. */
  readonly lines: number;
  readonly hasSwitch: boolean;
  /** The widget's own switches, where they need no answer. */
  readonly switches: unknown;
}

/**
 * The head while there is no answer. It has its final size in every state, so that none of them moves the page; bones
 * are seen while an answer is on the way.
 */
export function headBones(
  title: string,
  isPending: boolean,
  { lines, hasSwitch, switches }: HeadShape,
): TemplateResult {
  const seen = isPending ? '' : 'unseen';
  return html`${title ? html`<h2>${title}</h2>` : html`<i class="bone title-bone ${seen}"></i>`}
    <span class="delta"></span>
    <span class="legend ${seen}" aria-hidden="true">
      ${Array.from({ length: lines }, () => html`<i class="bone key-bone"></i>`)}
    </span>
    ${switches ?? nothing} ${hasSwitch ? html`<i class="bone switch-bone ${seen}" aria-hidden="true"></i>` : nothing}`;
}
