import type { ReportName, ReportShapes } from '#contract/api.js';
import type { Ask, ReportSource, Scope } from '#contract/report-source.js';
import type { Engine } from '#engine/index.js';

/** A back end that is wrong in one way. */
export interface Mutant {
  /** What it does wrong, as an implementer would say it. */
  readonly wrong: string;
  /** The rule that says so, and others that have to follow from the same wrong numbers. */
  readonly rules: readonly [string, ...string[]];
  /** The source, made of a right one. */
  readonly source: (right: Engine) => ReportSource;
}

/** A source that answers as the engine does, where `parts` do not replace it. */
export function sourceWith(right: Engine, parts: Partial<ReportSource>): ReportSource {
  return {
    clock: right.clock,
    catalog: () => right.catalog(),
    apps: () => right.apps(),
    summary: right.summary,
    trend: right.trend,
    breakdown: right.breakdown,
    distribution: right.distribution,
    retention: right.retention,
    funnel: right.funnel,
    funnel_next: right.funnel_next,
    event: right.event,
    values: right.values,
    days: right.days,
    collect: (app, body, context) => right.collect(app, body, context),
    ...parts,
  };
}

type Query<Name extends ReportName> = ReportShapes[Name]['query'];
type Report<Name extends ReportName> = ReportShapes[Name]['report'];

/** A report of the engine, changed before it is answered. */
export function changed<Name extends ReportName>(
  right: Engine,
  name: Name,
  change: (report: Report<Name>, query: Query<Name>, scope: Scope) => Report<Name> | Promise<Report<Name>>,
): { [Report in Name]: Ask<Report> } {
  const ask = right[name] as unknown as Ask<Name>;
  const changing: Ask<Name> = async (scope, query, context) => change(await ask(scope, query, context), query, scope);
  return { [name]: changing } as unknown as { [Report in Name]: Ask<Report> };
}
