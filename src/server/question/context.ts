import type { Catalog, ReportName, ReportShapes } from '#contract/api.js';
import type { Clock, Scope } from '#contract/report-source.js';
import type { Member } from './members.js';
import type { Reader } from './reader.js';

/** What a question is checked against. */
export interface QuestionContext {
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly scope: Scope;
}

/** How the question of one report is read: what it can say, and the complete question made of it. */
export interface ReportQuestion<Name extends ReportName> {
  readonly members: readonly Member[];
  /** Reads and checks; after faults the question is not complete and nobody uses it. */
  read(reader: Reader, context: QuestionContext): ReportShapes[Name]['query'];
}
