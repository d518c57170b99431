import { html, nothing } from 'lit';
import type { EventConflictMessages } from '#i18n/event-conflict/section.js';
import { differenceTable } from '../base/difference-table.js';
import { eventDifferences } from '../base/event-difference.js';
import { icon } from '../base/icons.js';
import type { BuilderSession, Outcome } from './builder-session.js';
import { inputOf } from './draft.js';
import type { Goal } from './saving.js';
import type { StepView } from './step-view.js';

/** Both versions of an event that somebody else saved meanwhile, and the choice between them. */
export function conflictPanel(
  session: BuilderSession,
  reach: (goal: Goal, act: () => Promise<Outcome>) => void,
  view: StepView<EventConflictMessages>,
): unknown {
  const { body } = session.conflict ?? {};
  if (!body) return nothing;
  const { texts, formats, draft } = view;
  const [before, after] = [texts.get('conflict.yours'), texts.get('conflict.theirs')];
  const name = body.updated_by ?? texts.get('conflict.someone');
  return html`<section
    class="panel conflict"
    role="alertdialog"
    aria-labelledby="conflict-title"
    tabindex="-1"
    id="conflict"
  >
    <h3 id="conflict-title">${icon('fault')}${texts.get('conflict.title')}</h3>
    <p class="quiet">${texts.get('conflict.by', { name, time: formats.dayTime(body.updated_at) })}</p>
    ${differenceTable(eventDifferences(inputOf(draft), body), { label: texts.get('conflict.title'), before, after }, texts)}
    <div class="goals">
      <button class="button large" type="button" data-do="later" @click=${() => session.postpone()}>
        ${texts.get('conflict.later')}
      </button>
      <button class="button large" type="button" data-do="take-theirs" @click=${() => session.takeTheirs()}>
        ${texts.get('conflict.takeTheirs')}
      </button>
      <button
        class="button large primary"
        type="button"
        data-do="keep-mine"
        @click=${() => reach('save', () => session.keepMine())}
      >
        ${texts.get('conflict.keepMine')}
      </button>
    </div>
  </section>`;
}
