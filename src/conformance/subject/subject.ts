import type { App, Catalog, Me, MetricDefinition, Permission, Profile, ReportName } from '#contract/api.js';
import type { ReportSource, Scope } from '#contract/report-source.js';
import type { Asker } from '../ask/asker.js';
import { Refused } from '../ask/refused.js';
import { remoteSource } from '../ask/remote-source.js';
import type { ContractDocument } from '../document/contract-document.js';
import { NotApplicable } from '../rule.js';
import { type DaySpan, studyScope, type Study } from './study.js';

/** A scope and what its questions share. */
export interface Setting {
  readonly study: Study;
  readonly scope: Scope;
  readonly profile: Profile;
  readonly query: DaySpan & { readonly timezone: string; readonly profile: string };
}

/** What the kit may do to a back end. */
export interface Leave {
  /** Makes and deletes definitions and saved funnels of its own. */
  readonly write: boolean;
  /** Sends the standard log. */
  readonly load: boolean;
}

/** The back end that is judged, and what is known of it. */
export interface Subject {
  readonly asker: Asker;
  readonly source: ReportSource;
  readonly document: ContractDocument;
  readonly catalog: Catalog;
  readonly apps: readonly App[];
  readonly me: Me;
  readonly hasToken: boolean;
  readonly leave: Leave;
  readonly sleep: (ms: number) => Promise<void>;
  /** The scopes that are asked: all apps together where the caller may, and the apps with most days of data. */
  readonly studies: readonly Study[];
  /** Whether distinct counts are estimates, of which nothing exact can be asked. */
  readonly isApproximate: boolean;
}

/** Zones that a careless clock gets wrong, beside the back end's own. */
const ZONES = ['Asia/Kathmandu', 'America/New_York'];
const MOST_STUDIED_APPS = 2;
const MOST_LOOKED_AT_APPS = 12;

/** Gets to know a back end. Throws {@link Refused} where it does not say what it answers. */
export async function meet(
  asker: Asker,
  rest: Pick<Subject, 'document' | 'hasToken' | 'leave' | 'sleep'>,
): Promise<Subject> {
  const catalog = (await asker.json('/v1/catalog')) as Catalog;
  const faults = rest.document.faultsOf('Catalog', catalog);
  if (faults.length > 0) throw new UnusableCatalog(faults);
  const { apps } = (await asker.json('/v1/apps')) as { apps: App[] };
  const me = (await asker.json('/v1/me')) as Me;
  const source = remoteSource(asker, catalog, apps);
  const studies = await studiesOf(source, catalog, apps);
  const [first] = studies;
  const probe = { ...first?.recent, metrics: [catalog.metrics[0]?.id ?? 'active_users'] };
  const isApproximate = first
    ? await source.summary(first.scope, probe).then(
        ({ meta }) => meta.approximate,
        () => false,
      )
    : false;
  return { ...rest, asker, source, catalog, apps, me, studies, isApproximate };
}

/** The catalogue does not fit its schema, so that nothing can be asked by it. */
export class UnusableCatalog extends Error {
  override readonly name = 'UnusableCatalog';

  constructor(readonly faults: readonly string[]) {
    super(`The catalogue does not fit the contract: ${faults.join('; ')}`);
  }
}

async function studiesOf(source: ReportSource, catalog: Catalog, apps: readonly App[]): Promise<Study[]> {
  const scopes: Scope[] = ['superapp', ...apps.slice(0, MOST_LOOKED_AT_APPS).map(({ id }): Scope => `apps/${id}`)];
  const found = await Promise.all(
    scopes.map((scope) =>
      studyScope(source, catalog, scope).catch((error: unknown) => {
        if (error instanceof Refused) return undefined; // a scope of others; what is wrong with it is found by its rules
        throw error;
      }),
    ),
  );
  const studies = found.filter((study) => study !== undefined);
  const ofApps = studies.filter(({ scope }) => scope !== 'superapp').sort((a, b) => b.days.length - a.days.length);
  return [...studies.filter(({ scope }) => scope === 'superapp'), ...ofApps.slice(0, MOST_STUDIED_APPS)];
}

/** Each studied scope under each profile, in zones that take turns. */
export function settingsOf({ studies, catalog }: Subject, span: 'recent' | 'whole' = 'recent'): Setting[] {
  const zones = [catalog.default_timezone, ...ZONES.filter((zone) => zone !== catalog.default_timezone)];
  return studies.flatMap((study, place) =>
    catalog.profiles.map((profile, turn) => {
      const timezone = zones[(turn + place) % zones.length]!;
      return { study, scope: study.scope, profile, query: { ...study[span], timezone, profile: profile.id } };
    }),
  );
}

/**
 * As many of them that each scope and each profile is asked at least once: for what does not depend on both at a time.
 */
export function settingsInTurn(subject: Subject, span: 'recent' | 'whole' = 'recent'): Setting[] {
  const all = settingsOf(subject, span);
  const [scopes, profiles] = [subject.studies.length, subject.catalog.profiles.length];
  if (all.length === 0) return all;
  return Array.from({ length: Math.max(scopes, profiles) }, (_, turn) => {
    return all[(turn % scopes) * profiles + (turn % profiles)]!;
  });
}

/** The metrics that a report answers in a scope. Money is left out, as its currencies may not add up. */
export function metricsOf(
  { catalog }: Subject,
  report: ReportName,
  scope: Scope,
  fits: (metric: MetricDefinition) => boolean = () => true,
): string[] {
  const kind = scope === 'superapp' ? 'superapp' : 'app';
  return catalog.metrics
    .filter(({ reports, scopes }) => reports.includes(report) && (scopes?.includes(kind) ?? true))
    .filter((metric) => metric.unit !== 'money' && fits(metric))
    .map(({ id }) => id);
}

/** Those of these metrics that a report answers in a scope. */
export function knownMetrics(subject: Subject, report: ReportName, scope: Scope, ids: readonly string[]): string[] {
  return metricsOf(subject, report, scope, ({ id }) => ids.includes(id));
}

/** The scope that questions about form are asked in. */
export function plainStudy({ studies }: Subject): Study {
  const study = studies.find(({ scope }) => scope !== 'superapp') ?? studies[0];
  if (!study) throw new NotApplicable('the caller sees no app, and may not ask about all of them');
  return study;
}

/** Why the caller cannot do something; nothing where they can. */
export function lacks({ me }: Subject, permission: Permission): string | undefined {
  return me.permissions.includes(permission) ? undefined : `the caller lacks the permission ${permission}`;
}

/** Why a report cannot be asked; nothing where it can. */
export function lacksReport({ catalog }: Subject, report: ReportName): string | undefined {
  return catalog.reports.includes(report) ? undefined : `the back end does not answer the report ${report}`;
}
