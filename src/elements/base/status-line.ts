import { html, nothing, type TemplateResult } from 'lit';
import type { Meta } from '#contract/api.js';
import { duration } from '#format/duration.js';
import type { Formats } from '#format/formats.js';
import { isMidnight, localDay } from '#format/local-day.js';
import { textOf } from '#format/parts.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { Texts } from '#i18n/texts.js';
import type { BodyState, WidgetState } from './widget-state.js';

/** How the foot is tinted and its pip drawn: filled for fresh, a ring for what is not. */
export type Tone = 'fresh' | 'quiet' | 'warn' | 'down';

/** What the foot says, in short pieces. */
export interface StatusLine {
  readonly tone: Tone;
  readonly pieces: readonly string[];
  /** What a wide widget says too. */
  readonly more?: readonly string[];
}

/** What the status line is made from. */
export interface StatusFacts {
  readonly texts: Texts<BaseMessages>;
  readonly formats: Formats;
  readonly state: WidgetState;
  /** Of the answer on show. */
  readonly meta: Meta | undefined;
  /** The scope's clock; nothing where nobody gave one and nothing was asked. */
  readonly now: number | undefined;
  /** When the answer came. */
  readonly answeredAt: number | undefined;
  readonly failedAt: number | undefined;
  readonly secondsLeft: number | undefined;
}

/** Freshness, or what is the matter, in the words of the widget's language. */
export function statusLine(facts: StatusFacts): StatusLine {
  const { texts, state, meta } = facts;
  if (state.isRefreshing) return { tone: 'quiet', pieces: [texts.get('status.refreshing')] };
  if (state.problem) return problemLine(state.problem, facts);
  if (state.body === 'idle') return { tone: 'quiet', pieces: [texts.get('status.idle')] };
  if (state.body === 'pending' || !meta) return { tone: 'quiet', pieces: [texts.get('status.loading')] };
  const late = lateness(facts);
  const data = until(facts, meta);
  return late
    ? { tone: 'warn', pieces: [data, late] }
    : { tone: 'fresh', pieces: [data], more: freshness(facts, meta) };
}

/** The status line as it stands in the foot. */
export function statusTemplate({ tone, pieces, more = [] }: StatusLine): TemplateResult {
  return html`<p class="status" role=${tone === 'warn' || tone === 'down' ? 'status' : nothing}>
    <i class="pip ${tone}"></i>
    <span class="pieces" title=${[...pieces, ...more].join(' · ')}>
      ${pieces.map((piece) => html`<span>${piece}</span>`)}${more.map((piece) => html`<span class="further">${piece}</span>`)}
    </span>
  </p>`;
}

function problemLine(problem: BodyState, facts: StatusFacts): StatusLine {
  const { texts, formats, meta, failedAt, secondsLeft = 0 } = facts;
  const data = meta ? [until(facts, meta)] : [];
  switch (problem) {
    case 'forbidden':
      return { tone: 'quiet', pieces: [texts.get('status.forbidden')] };
    case 'unavailable':
      return { tone: 'quiet', pieces: [texts.get('status.unavailable')] };
    case 'offline':
      return { tone: 'quiet', pieces: [texts.get('status.offline'), ...data] };
    case 'limited': {
      const time = textOf(duration(secondsLeft, formats.locale, { patterns: formats.durations, isBrief: true }));
      return { tone: 'warn', pieces: [texts.get('status.retry', { time })], more: [texts.get('status.limited')] };
    }
    default: {
      const time = failedAt === undefined ? '' : formats.time(new Date(failedAt).toISOString());
      return { tone: 'down', pieces: [texts.get('status.failed', { time })], more: data };
    }
  }
}

function freshness(facts: StatusFacts, meta: Meta): string[] {
  const { texts, formats, now } = facts;
  const next = meta.next_refresh_at;
  const hasNext = next && meta.freshness.kind !== 'live' && now !== undefined && Date.parse(next) > now;
  return [
    ...(meta.freshness.file ? [texts.get('status.file')] : []),
    ...(hasNext ? [texts.get('status.next', { time: moment(next, facts) })] : []),
    ...(meta.approximate ? [texts.get('status.estimated')] : []),
    formats.timezone,
  ];
}

/** “Data until 13:30”; “through 21 Nov” where the day is whole; the day is named unless it is today. */
function until(facts: StatusFacts, meta: Meta): string {
  const { texts, formats } = facts;
  const asOf = meta.data_as_of;
  if (!isMidnight(asOf, formats.timezone)) return texts.get('status.until', { time: moment(asOf, facts) });
  const dayBefore = localDay(Date.parse(asOf) - 1, formats.timezone);
  return texts.get('status.through', { day: formats.day(dayBefore) });
}

function moment(instant: string, { formats, now }: StatusFacts): string {
  const { timezone } = formats;
  const isToday = now !== undefined && localDay(instant, timezone) === localDay(now, timezone);
  return isToday ? formats.time(instant) : formats.dayTime(instant);
}

/** Minutes after the promised refresh from which data counts as late, by how often there is news. */
function tolerance({ kind, minutes = 60 }: Meta['freshness']): number {
  return kind === 'live' ? 5 : kind === 'interval' ? Math.max(5, minutes) : 60;
}

/** How late the back end was when it answered, if it kept its own promise badly. A file promises nothing. */
function lateness({ texts, formats, meta, answeredAt, now }: StatusFacts): string | undefined {
  const next = meta?.next_refresh_at;
  if (!meta || !next || meta.freshness.file || answeredAt === undefined || now === undefined) return undefined;
  const lateMs = answeredAt - Date.parse(next);
  if (lateMs < tolerance(meta.freshness) * 60_000) return undefined;
  const coarse = lateMs < 3_600_000 ? 60_000 : 3_600_000;
  const seconds = (Math.floor(lateMs / coarse) * coarse) / 1000;
  return texts.get('status.late', {
    time: textOf(duration(seconds, formats.locale, { patterns: formats.durations, isBrief: true })),
  });
}
