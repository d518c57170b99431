import type { components, operations } from './generated/openapi.js';

type Schemas = components['schemas'];

// Words
export type NamedRange = Schemas['NamedRange'];
export type Granularity = Schemas['Granularity'];
export type CompareKind = Schemas['CompareKind'];
export type ComparisonKind = Schemas['ComparisonKind'];
export type Environment = Schemas['Environment'];
export type AppType = Schemas['AppType'];
export type ReportName = Schemas['ReportName'];
export type DistributionOf = Schemas['DistributionOf'];
export type CohortKind = Schemas['CohortKind'];
export type FilterOperator = Schemas['FilterOperator'];
export type EventMeasure = Schemas['EventMeasure'];
export type BucketState = Schemas['BucketState'];
export type ValueState = Schemas['ValueState'];
export type MetricGroup = Schemas['MetricGroup'];
export type Unit = Schemas['Unit'];
export type Permission = Schemas['Permission'];
export type Role = Schemas['Role'];
export type Text = Schemas['Text'];

// Questions
export type Filter = Schemas['Filter'];
export type RangeQuery = Schemas['RangeQuery'];
export type CompareQuery = Schemas['CompareQuery'];
export type SummaryQuery = Schemas['SummaryQuery'];
export type TrendQuery = Schemas['TrendQuery'];
export type BreakdownQuery = Schemas['BreakdownQuery'];
export type DistributionQuery = Schemas['DistributionQuery'];
export type RetentionQuery = Schemas['RetentionQuery'];
export type FunnelStepQuery = Schemas['FunnelStepQuery'];
export type FunnelQuery = Schemas['FunnelQuery'];
export type FunnelNextQuery = Schemas['FunnelNextQuery'];
export type EventQuery = Schemas['EventQuery'];
export type ValuesQuery = operations['getSuperappValues']['parameters']['query'];
export type DaysQuery = NonNullable<operations['getSuperappDays']['parameters']['query']>;
export type BatchItem = Schemas['BatchItem'];
export type BatchRequest = Schemas['BatchRequest'];

// Answers
export type Meta = Schemas['Meta'];
export type Freshness = Schemas['Freshness'];
export type Range = Schemas['Range'];
export type Values = Schemas['Values'];
export type SummaryReport = Schemas['SummaryReport'];
export type SummaryMetric = Schemas['SummaryMetric'];
export type SummaryComparison = Schemas['SummaryComparison'];
export type Bucket = Schemas['Bucket'];
export type Series = Schemas['Series'];
export type TrendComparison = Schemas['TrendComparison'];
export type TrendReport = Schemas['TrendReport'];
export type RowComparison = Schemas['RowComparison'];
export type BreakdownRow = Schemas['BreakdownRow'];
export type BreakdownOthers = Schemas['BreakdownOthers'];
export type BreakdownTotals = Schemas['BreakdownTotals'];
export type BreakdownReport = Schemas['BreakdownReport'];
export type DistributionBucket = Schemas['DistributionBucket'];
export type DistributionReport = Schemas['DistributionReport'];
export type Cohort = Schemas['Cohort'];
export type RetentionReport = Schemas['RetentionReport'];
export type FunnelStep = Schemas['FunnelStep'];
export type FunnelGroup = Schemas['FunnelGroup'];
export type FunnelReport = Schemas['FunnelReport'];
export type FunnelNextEvent = Schemas['FunnelNextEvent'];
export type FunnelNextReport = Schemas['FunnelNextReport'];
export type EventSeries = Schemas['EventSeries'];
export type EventReport = Schemas['EventReport'];
export type SeenValue = Schemas['SeenValue'];
export type ValuesReport = Schemas['ValuesReport'];
export type DaysReport = Schemas['DaysReport'];
export type BatchAnswer = Schemas['BatchAnswer'];
export type BatchResponse = Schemas['BatchResponse'];

// Catalogue
export type Formula = Schemas['Formula'];
export type MetricDefinition = Schemas['MetricDefinition'];
export type DimensionDefinition = Schemas['DimensionDefinition'];
export type EventField = Schemas['EventField'];
export type Source = Schemas['Source'];
export type AsOfRule = Schemas['AsOfRule'];
export type Profile = Schemas['Profile'];
export type Limits = Schemas['Limits'];
export type Catalog = Schemas['Catalog'];
export type App = Schemas['App'];
export type AppList = Schemas['AppList'];
export type Me = Schemas['Me'];

// Raw events and definitions
export type RawEvent = Schemas['RawEvent'];
export type Rejection = Schemas['Rejection'];
export type CollectOutcome = Schemas['CollectOutcome'];
export type CollectedBefore = Schemas['CollectedBefore'];
export type Trigger = Schemas['Trigger'];
export type FieldType = Schemas['FieldType'];
export type EventData = Schemas['EventData'];
export type EventAction = Schemas['EventAction'];
export type EventConfiguration = Schemas['EventConfiguration'];
export type EventDefinitionInput = Schemas['EventDefinitionInput'];
export type DefinedField = Schemas['DefinedField'];
export type EventDefinition = Schemas['EventDefinition'];
export type ObservedEvent = Schemas['ObservedEvent'];
export type EventDefinitionList = Schemas['EventDefinitionList'];
export type TestRecord = Schemas['TestRecord'];
export type TestRecordList = Schemas['TestRecordList'];
export type DryRun = Schemas['DryRun'];
export type SavedFunnelInput = Schemas['SavedFunnelInput'];
export type SavedFunnel = Schemas['SavedFunnel'];
export type SavedFunnelList = Schemas['SavedFunnelList'];
export type PastQuery = Schemas['PastQuery'];
export type QueryHistory = Schemas['QueryHistory'];
export type DefinitionsQuery = NonNullable<operations['listEventDefinitions']['parameters']['query']>;
export type PageQuery = NonNullable<operations['listQueries']['parameters']['query']>;
export type DryRunQuery = NonNullable<operations['dryRunEventDefinition']['parameters']['query']>;

// Problems
export type Fault = Schemas['Fault'];
export type Problem = Schemas['Problem'];

/** Question and answer of each report, by its name. */
export interface ReportShapes {
  summary: { query: SummaryQuery; report: SummaryReport };
  trend: { query: TrendQuery; report: TrendReport };
  breakdown: { query: BreakdownQuery; report: BreakdownReport };
  distribution: { query: DistributionQuery; report: DistributionReport };
  retention: { query: RetentionQuery; report: RetentionReport };
  funnel: { query: FunnelQuery; report: FunnelReport };
  funnel_next: { query: FunnelNextQuery; report: FunnelNextReport };
  event: { query: EventQuery; report: EventReport };
}
