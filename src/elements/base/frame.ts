import { html, nothing, type TemplateResult } from 'lit';
import { type Action, actionRow, type ActionWords } from './actions.js';
import type { PopoverController } from './popover-controller.js';
import { type StatusLine, statusTemplate } from './status-line.js';

/** The parts of a widget. */
export interface Frame {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Names the region. */
  readonly label: string;
  /** Title, context, the widget's own switches. */
  readonly head?: unknown;
  readonly body: unknown;
  /** A refresh that runs dims the body. */
  readonly isDimmed: boolean;
  readonly isBusy: boolean;
  /** Nothing while the language loads. */
  readonly status?: StatusLine | undefined;
  readonly actions: readonly Action[];
  /** In the foot between status and actions: the parts of a long list. */
  readonly paging?: unknown;
  readonly words: ActionWords;
  readonly popovers: PopoverController;
  /** An open popover of the widget's own. */
  readonly overlay?: unknown;
  readonly isBare: boolean;
}

/** The frame of every widget: head, body, and the foot that is its status line and holds its actions. */
export function frame(of: Frame): TemplateResult {
  return html`
    <section
      class="frame ${of.isBare ? 'bare' : ''}"
      part="frame"
      role=${of.isBare ? 'group' : nothing}
      lang=${of.language}
      dir=${of.direction}
      aria-label=${of.label || nothing}
      aria-busy=${of.isBusy}
    >
      ${of.head ? html`<header class="head" part="head">${of.head}</header>` : nothing}
      <div class="body ${of.isDimmed ? 'dimmed' : ''}" part="body">${of.body}</div>
      ${
        of.isBare
          ? nothing
          : html`<footer class="foot ${of.status?.tone ?? ''}" part="foot">
              ${of.status ? statusTemplate(of.status) : nothing}${of.paging ?? nothing}${actionRow(of.actions, of.words, of.popovers)}
            </footer>`
      }
      ${of.overlay ?? nothing}
    </section>
  `;
}
