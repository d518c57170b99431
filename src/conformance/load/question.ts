import type { ReportName, ReportShapes } from '#contract/api.js';

/** A question about the standard log. */
export type LoadQuestion = {
  [Name in ReportName]: { readonly report: Name; readonly query: ReportShapes[Name]['query'] };
}[ReportName];

/** An event as it is sent: the app is that of the path. */
export interface SentEvent {
  readonly user_id: string;
  /** Epoch milliseconds. */
  readonly ts: number;
  readonly event: string;
  readonly event_id: string;
  readonly [field: string]: unknown;
}

/** One edge of the rules, in an app of its own, so that a back end that gets it wrong is wrong there only. */
export interface Edge {
  /** Of the rule, after `load.`. */
  readonly id: string;
  readonly sentence: string;
  /** Bodies in the order in which they are sent. */
  readonly bodies: readonly (readonly SentEvent[])[];
  readonly questions: readonly LoadQuestion[];
}

/** 2 March 2026, a Monday, at noon in UTC: the day lies whole in the zone of every profile. */
export const noon = Date.parse('2026-03-02T12:00:00Z');
/** That day. */
export const monday = { start: '2026-03-02', end: '2026-03-02' };
/** The ids of the profiles of the contract. */
export const profileIds = ['standard', 'weixin', 'alipay', 'tencent_sas'] as const;

/** An event as an edge lists it: who, when (milliseconds after noon, or an instant), what. */
export type Row = readonly [
  user: string,
  at: number | string,
  event: string,
  fields?: Readonly<Record<string, unknown>>,
];

/** Rows as events, each with an id, so that a log that is sent again changes nothing. */
export function eventsOf(name: string, rows: readonly Row[]): SentEvent[] {
  return rows.map(([user_id, at, event, fields], index) => ({
    ...{ user_id, ts: typeof at === 'number' ? noon + at : Date.parse(at), event },
    ...{ event_id: `${name}-${index}`, ...fields },
  }));
}

/** An edge of one body. */
export function edge(
  { id, sentence }: Pick<Edge, 'id' | 'sentence'>,
  rows: readonly Row[],
  questions: readonly LoadQuestion[],
): Edge {
  return { id, sentence, bodies: [eventsOf(id, rows)], questions };
}

/** The values of metrics, under each of the profiles. */
export function summaries(
  metrics: string[],
  range: { start: string; end: string } = monday,
  profiles: readonly string[] = profileIds,
): LoadQuestion[] {
  return profiles.map((profile) => ({ report: 'summary', query: { ...range, metrics, profile, timezone: 'UTC' } }));
}
