import { html, type TemplateResult } from 'lit';
import { differenceTable } from '../base/difference-table.js';
import { eventDifferences } from '../base/event-difference.js';
import { icon } from '../base/icons.js';
import { inputOf } from './draft.js';
import type { LaterView } from './later-view.js';
import type { Saved } from './saving.js';

/** What can be done about a conflict. */
export interface ConflictChoices {
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly later: () => void;
}

/** Both versions of an event that somebody else saved meanwhile, and the choice between them. */
export function conflictPanel({ body }: Saved, choices: ConflictChoices, view: LaterView): TemplateResult {
  const { texts, formats, draft } = view;
  const [before, after] = [texts.get('test.yours'), texts.get('test.theirs')];
  const name = body.updated_by ?? texts.get('test.someone');
  return html`<section
    class="panel conflict"
    role="alertdialog"
    aria-labelledby="conflict-title"
    tabindex="-1"
    id="conflict"
  >
    <h3 id="conflict-title">${icon('fault')}${texts.get('test.conflict')}</h3>
    <p class="quiet">${texts.get('test.conflictBy', { name, time: formats.dayTime(body.updated_at) })}</p>
    ${differenceTable(eventDifferences(inputOf(draft), body), { label: texts.get('test.conflict'), before, after }, texts)}
    <div class="goals">
      <button class="button large" type="button" data-do="later" @click=${choices.later}>
        ${texts.get('test.later')}
      </button>
      <button class="button large" type="button" data-do="take-theirs" @click=${choices.takeTheirs}>
        ${texts.get('test.takeTheirs')}
      </button>
      <button class="button large primary" type="button" data-do="keep-mine" @click=${choices.keepMine}>
        ${texts.get('test.keepMine')}
      </button>
    </div>
  </section>`;
}
