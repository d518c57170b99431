import type { App, Catalog, CollectOutcome, Profile, Source } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import { defaultProfileId, profiles as builtInProfiles } from '#contract/profiles.js';
import type { AskContext, Clock, CollectContext, ReportSource, Scope } from '#contract/report-source.js';
import { weixinSources } from '#contract/sources.js';
import { reportNames } from '#contract/vocabulary.js';
import { roleTable, type Mapping } from '#engine/ingest/reading.js';
import { zone } from '#time/zone.js';
import type { Dialect } from './dialects/dialect.js';
import type { Look, WarehouseHost } from './host.js';
import type { Asked } from './plan/question.js';
import { SourceBook } from './plan/source-book.js';
import { breakdown } from './reports/breakdown.js';
import { days } from './reports/days.js';
import { distribution } from './reports/distribution.js';
import { event } from './reports/event.js';
import { funnel } from './reports/funnel.js';
import { funnelNext } from './reports/funnel-next.js';
import { retention } from './reports/retention.js';
import { summary } from './reports/summary.js';
import { trend } from './reports/trend.js';
import { values } from './reports/values.js';

/** How reports in SQL behave; everything has a default. */
export interface SqlReportOptions {
  /** The zone of questions that name none. Default `UTC`. */
  readonly timezone?: string;
  /** The profile of questions that name none. Default `standard`. */
  readonly profile?: string;
  /** The definition profiles. Default: the four of the contract. */
  readonly profiles?: readonly Profile[];
  /** The source dictionary. Default: the Weixin one. */
  readonly sources?: readonly Source[];
  /** The registry of apps. Default: an app exists once an accepted event names it. */
  readonly apps?: readonly App[];
  /** What time it is. Default: the clock of a file, the midnight after the last event in the report's zone. */
  readonly clock?: Clock;
  /** How the names of the log are read. Its roles hold for all events of the file. */
  readonly mapping?: Mapping;
}

/** Every report of the contract as questions in SQL; where the events are kept is for others to say. */
export abstract class SqlReports implements ReportSource {
  readonly clock: Clock;

  /** @param collects whether it takes events. */
  protected constructor(
    private readonly reports: WarehouseHost,
    private readonly collects = true,
  ) {
    this.clock = reports.clock;
  }

  catalog(): Promise<Catalog> {
    const { profiles, sourceDictionary, defaultProfile, defaultTimezone } = this.reports;
    const choices = {
      reports: [...reportNames],
      profiles: [...profiles],
      sources: [...sourceDictionary],
      collects: this.collects,
    };
    return Promise.resolve(
      catalogOf({ ...choices, default_profile: defaultProfile, default_timezone: defaultTimezone }),
    );
  }

  apps(): Promise<readonly App[]> {
    return this.look(undefined, (look) => look.apps());
  }

  /** Takes the events of one app: once it answers they are kept. Absent where it takes none. */
  collect?(app: string, body: ReadableStream<Uint8Array>, context?: CollectContext): Promise<CollectOutcome>;

  readonly summary = this.#asks(summary);
  readonly trend = this.#asks(trend);
  readonly breakdown = this.#asks(breakdown);
  readonly distribution = this.#asks(distribution);
  readonly retention = this.#asks(retention);
  readonly funnel = this.#asks(funnel);
  readonly funnel_next = this.#asks(funnelNext);
  readonly event = this.#asks(event);
  readonly values = this.#asks(values);
  readonly days = this.#asks(days);

  /** Lets work look at the events. Statements are broken off once nobody waits any more. */
  protected abstract look<T>(signal: AbortSignal | undefined, work: (look: Look) => Promise<T>): Promise<T>;

  #asks<Query, Report>(report: (asked: Asked<Query>) => Promise<Report>) {
    return (scope: Scope, query: Query, context: AskContext = {}): Promise<Report> =>
      this.look(context.signal, (reading) => report({ host: this.reports, reading, scope, query, context }));
  }
}

/** What reports share, by the options. The clock stands still after the last event where none is given. */
export function reportHost(
  dialect: Dialect,
  options: SqlReportOptions,
  log: { readonly lastTs: number },
): WarehouseHost {
  const sourceDictionary = options.sources ?? weixinSources;
  return {
    dialect,
    sources: new SourceBook(sourceDictionary),
    roleOf: roleTable(options.mapping),
    clock: options.clock ?? fileClock(log),
    profiles: options.profiles ?? builtInProfiles,
    defaultProfile: options.profile ?? defaultProfileId,
    defaultTimezone: options.timezone ?? 'UTC',
    sourceDictionary,
    registry: options.apps ?? null,
  };
}

/** The clock of a file: it stands at the midnight, in the report's zone, after the last event that was accepted. */
function fileClock(log: { readonly lastTs: number }): Clock {
  return {
    ofFile: true,
    now: (timezone) => (log.lastTs === -Infinity ? 0 : zone(timezone).endOfDay(zone(timezone).dayNumberOf(log.lastTs))),
  };
}
