import type { Rule } from '../rule.js';
import { documentedHeaders, vary } from './answer/headers.js';
import { unknownPaths } from './answer/paths.js';
import { problemCode } from './answer/problem-code.js';
import { documentedBody, documentedStatus, problemBody } from './answer/schema.js';
import { wellFormedQuestions } from './answer/well-formed-questions.js';
import { lackingPermission, withoutToken, wrongToken } from './auth/auth.js';
import { batchIsSingles, batchLimits, postIsGet } from './batch/batch.js';
import * as breakdown from './breakdown/others.js';
import { etag } from './caching/etag.js';
import { catalogueMeaning, catalogueNames } from './catalogue/catalogue.js';
import { listPages, notKept, pageParameters } from './definitions/lists.js';
import { keptRules, publishUnchecked } from './definitions/writes.js';
import { distributionClasses, distributionShares } from './distribution/distribution.js';
import { eventCounts, eventField, eventGroups } from './event/event.js';
import * as filter from './filter/filters.js';
import * as funnel from './funnel/funnel.js';
import * as growth from './growth/growth.js';
import { collectBodies, collected, rejected } from './load/collect-rules.js';
import { edgeRules } from './load/edge-rules.js';
import { peopleAcrossApps } from './load/people-rule.js';
import { townRules, townSeen } from './load/town-rules.js';
import { identityRules } from './identity/identities.js';
import { cumulativeUsers, distinctUsers, usersByOpens } from './metric/distinct-users.js';
import { formulas } from './metric/formulas.js';
import { summaryIsTrend, sumsOverTime } from './metric/sums.js';
import * as paging from './paging/paging.js';
import * as analysis from './parameter/analysis.js';
import { bodyLimit, questionBody, textLimit } from './parameter/body.js';
import { filterParameter } from './parameter/filter.js';
import { rangeLimits, rowLimits } from './parameter/limits.js';
import { dimensionParameter, metricsParameter, orderParameter } from './parameter/metrics.js';
import { compareParameter, granularityParameter, rangeParameter, settingParameters } from './parameter/range.js';
import { allFaults, nearestName, unknownParameter } from './parameter/unknown.js';
import * as retention from './retention/retention.js';
import { appsWithin, appTypes } from './scope/scopes.js';
import { dataAsOf, metaSays } from './state/meta.js';
import { futureIsNull, pastIsNumber, rangeAhead } from './state/nulls.js';
import { bucketEdges, bucketStates } from './time/buckets.js';
import { localDay } from './time/local-day.js';
import { daysWithData, seenValues } from './values/values.js';

/** Every rule, in the order in which they are told. */
export const rules: readonly Rule[] = [
  // What every answer has to be
  wellFormedQuestions, documentedStatus, documentedBody, problemBody, problemCode, documentedHeaders, vary,
  // What is asked, at its edges
  catalogueNames, catalogueMeaning, unknownPaths, metricsParameter, rangeParameter, compareParameter, settingParameters,
  granularityParameter, filterParameter, dimensionParameter, orderParameter, analysis.distributionParameters,
  analysis.retentionParameters, analysis.funnelParameters, analysis.funnelNextParameters, analysis.eventParameters,
  unknownParameter, pageParameters, questionBody, rangeLimits, rowLimits, bodyLimit, textLimit, allFaults, nearestName,
  postIsGet, batchIsSingles, batchLimits, etag, withoutToken, wrongToken, lackingPermission,
  // What lists are
  paging.noRowTwice, paging.noRowLost, paging.pageLength, paging.foreignCursor, listPages,
  breakdown.rowIsFilter, breakdown.othersExact, breakdown.othersBounds, breakdown.totalsWhole, breakdown.shares,
  breakdown.rowCounts, breakdown.rowOrder, breakdown.search, seenValues, daysWithData,
  // What numbers mean
  ...identityRules, distinctUsers, cumulativeUsers, usersByOpens, formulas, sumsOverTime, summaryIsTrend,
  growth.growthValue, growth.zeroRule, growth.comparedRanges, growth.comparedValues,
  growth.namedRanges, bucketEdges, localDay, bucketStates, futureIsNull, pastIsNumber, rangeAhead, metaSays, dataAsOf,
  filter.complements, filter.listed, filter.conjunction, filter.neverSeen, appsWithin, appTypes,
  distributionClasses, distributionShares,
  retention.weightedAverage, retention.notEnded, retention.cohortsListed, retention.nextPeriod,
  funnel.funnelRates, funnel.funnelGroups, funnel.funnelWindow, funnel.funnelFirst,
  eventCounts, eventField, eventGroups,
  // What is kept
  ...keptRules, publishUnchecked, notKept,
  // What is loaded
  collected, rejected, collectBodies, ...edgeRules, peopleAcrossApps, ...townRules, townSeen,
]; // prettier-ignore
