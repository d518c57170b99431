import type {
  BreakdownReport,
  Catalog,
  DistributionOf,
  DistributionReport,
  FunnelNextReport,
  FunnelReport,
  Granularity,
  RangeQuery,
  ReportName,
  ReportShapes,
  RetentionReport,
  SummaryReport,
  TrendReport,
} from '../api.js';
import type { ReportSource, Scope } from '../report-source.js';

/** A question whose answers have to agree with each other: a range, and nothing filtered. */
export type IdentityQuery = Pick<
  RangeQuery,
  'range' | 'start' | 'end' | 'timezone' | 'profile' | 'environment' | 'app_type'
>;

/** One question that was put to a source. */
export interface AskedQuestion {
  readonly report: ReportName;
  readonly scope: Scope;
  readonly query: ReportShapes[ReportName]['query'];
}

/** Puts the questions of one identity to a source, and remembers them. */
export class IdentityAsker {
  readonly asked: AskedQuestion[] = [];

  constructor(
    readonly source: ReportSource,
    readonly scope: Scope,
    readonly query: IdentityQuery,
    readonly catalog: Catalog,
  ) {}

  /** Those of these metrics that the source answers. */
  known(metrics: readonly string[]): string[] {
    return metrics.filter((id) => this.catalog.metrics.some((metric) => metric.id === id));
  }

  summary(metrics: string[]): Promise<SummaryReport> {
    const query = this.#note('summary', { ...this.query, metrics });
    return this.source.summary(this.scope, query);
  }

  trend(metrics: string[], granularity: Granularity): Promise<TrendReport> {
    const query = this.#note('trend', { ...this.query, metrics, granularity });
    return this.source.trend(this.scope, query);
  }

  breakdown(metrics: string[], dimension: string): Promise<BreakdownReport> {
    const query = this.#note('breakdown', { ...this.query, metrics, dimension });
    return this.source.breakdown(this.scope, query);
  }

  async distribution(of: DistributionOf): Promise<DistributionReport | undefined> {
    return this.source.distribution?.(this.scope, this.#note('distribution', { ...this.query, of }));
  }

  async retention(
    cohort: 'new_users' | 'active_users',
    granularity: 'day' | 'week',
  ): Promise<RetentionReport | undefined> {
    return this.source.retention?.(this.scope, this.#note('retention', { ...this.query, cohort, granularity }));
  }

  async funnel(events: readonly string[]): Promise<FunnelReport | undefined> {
    const steps = events.map((event) => ({ event }));
    return this.source.funnel?.(this.scope, this.#note('funnel', { ...this.query, steps }));
  }

  async funnelNext(events: readonly string[], step: number): Promise<FunnelNextReport | undefined> {
    const steps = events.map((event) => ({ event }));
    const query = this.#note('funnel_next', { ...this.query, steps, step, limit: 1000 });
    return this.source.funnel_next?.(this.scope, query);
  }

  #note<Name extends ReportName>(report: Name, query: ReportShapes[Name]['query']): ReportShapes[Name]['query'] {
    this.asked.push({ report, scope: this.scope, query });
    return query;
  }
}
