import type { Catalog } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { DropDownController } from '../base/drop-down-controller.js';
import type { FilterRows } from '../base/filter-rows.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { EventAnswers } from './event-answers.js';
import type { EventAnalysisQuery, EventQuestion } from './event-query.js';
import type { EventSubject, EventTexts } from './event-words.js';

/** What the parts of the form are drawn from, and who is told of a choice. */
export interface EventView {
  readonly texts: EventTexts;
  readonly formats: Formats;
  readonly catalog: Catalog;
  readonly settings: ScopeSettings;
  readonly answers: EventAnswers;
  readonly drops: DropDownController;
  readonly filters: FilterRows;
  /** What the element itself asks. */
  readonly query: EventAnalysisQuery;
  /** What is asked with the scope around; nothing while something is missing. */
  readonly question: EventQuestion | undefined;
  readonly subject: EventSubject;
  readonly event: string | undefined;
  /** The day that runs in the zone in force. */
  readonly today: string;
  /** When the answer on show came: past queries that were read before lack it. */
  readonly answeredAt: number;
  readonly change: (change: Partial<EventAnalysisQuery>) => void;
  readonly openDays: () => void;
}
