import type { ReportSource, Scope } from '../report-source.js';
import { type AskedQuestion, IdentityAsker, type IdentityQuery } from './asker.js';
import { cohortOfTrend, retainedOfCohort } from './cohorts.js';
import { funnelFalls, nextOfFunnel } from './funnel.js';
import type { Disagreement, Identity } from './identity.js';
import { entriesAndExits, opensByDepth, opensByDuration, opensBySource } from './opens.js';
import { partsOfActive, usersOfDays } from './users.js';

/** What holds of the numbers of every back end. */
export const identities: readonly Identity[] = [
  partsOfActive,
  usersOfDays,
  opensBySource,
  opensByDuration,
  opensByDepth,
  entriesAndExits,
  funnelFalls,
  nextOfFunnel,
  retainedOfCohort,
  cohortOfTrend,
];

/** An identity that a source breaks, with the numbers that show it and the questions that they answer. */
export interface BrokenIdentity extends Disagreement, Pick<Identity, 'id' | 'sentence'> {
  readonly asked: readonly AskedQuestion[];
}

/**
 * Asks a source one question in several ways and gives every place where its answers do not agree with each other; none
 * where all identities hold. It needs no events and no other back end to compare with, so any source can be held against
 * it at any time. Numbers that are `null` are not compared.
 *
 * @example
 * expect(await brokenIdentities(source, 'superapp', { range: 'last_30_days' })).toEqual([]);
 */
export async function brokenIdentities(
  source: ReportSource,
  scope: Scope,
  query: IdentityQuery,
): Promise<BrokenIdentity[]> {
  const catalog = await source.catalog();
  const found = await Promise.all(
    identities.map(async ({ id, sentence, check }) => {
      const ask = new IdentityAsker(source, scope, query, catalog);
      const disagreements = await check(ask);
      return disagreements.map((one) => ({ id, sentence, ...one, asked: ask.asked }));
    }),
  );
  return found.flat();
}
