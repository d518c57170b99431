import type { AppModel, Properties, WayIn } from './app-model.js';
import type { Member } from './member.js';

/** What only the first event of an open carries: the way in, and the state of the line. */
export interface Opening {
  readonly way: WayIn;
  readonly qrCode: string | null;
  readonly network: string;
}

/** One thing that happened, before it becomes an event object or a row of columns. */
export interface Row {
  readonly ts: number;
  readonly model: AppModel;
  readonly member: Member;
  readonly event: string;
  readonly page: string | null;
  readonly durationMs: number | null;
  readonly opening: Opening | null;
  readonly amount: number | null;
  readonly properties: Properties | null;
}

/** The one currency of the population. */
export const currency = 'CNY';
