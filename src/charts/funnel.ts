import type { FunnelGroup, FunnelReport, FunnelStep, Profile } from '#contract/api.js';
import { growth } from '#contract/growth.js';

/** Values of the fields that are grouped by, one each; `null` where one is not set. */
export type GroupKey = FunnelGroup['key'];

/** How users went on from a step to the next one. */
export interface FunnelPassage {
  /** Share of the users of the step who reached the next one. */
  readonly rate: number | null;
  readonly lost: number | null;
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
  /** More users were lost here than anywhere else. */
  readonly isLargestLoss: boolean;
  /** The share in the range that it is compared with, and how much it has changed. */
  readonly rateBefore: number | null;
  readonly change: number | null;
}

/** A step of a funnel with what came of it. */
export interface FunnelRow {
  /** From 1. */
  readonly number: number;
  readonly event: string;
  readonly users: number | null;
  /** Share of the users of the first step. */
  readonly rate: number | null;
  /** Nothing after the last step. */
  readonly passage: FunnelPassage | undefined;
  /** The same in the range that it is compared with; `null` where nothing is compared. */
  readonly usersBefore: number | null;
  readonly rateBefore: number | null;
  readonly usersChange: number | null;
  readonly rateChange: number | null;
}

/** The steps of one group of users. */
export interface FunnelGroupRows {
  /** One value, or `null`, a field that is grouped by. */
  readonly key: GroupKey;
  readonly rows: readonly FunnelRow[];
}

/** A funnel report, shaped for the picture, the table and the file. */
export interface FunnelModel {
  readonly rows: readonly FunnelRow[];
  /** In the order of the answer: the most users first. */
  readonly groups: readonly FunnelGroupRows[];
  readonly isCompared: boolean;
}

type ZeroPrevious = Profile['growth']['zero_previous'];

/**
 * Shapes a funnel report, and the report on an earlier range that it is compared with. Shares and losses are those of the
 * answers; a change follows the profile's rule of growth.
 */
export function funnelModel(
  { steps, groups }: FunnelReport,
  before: FunnelReport | undefined,
  zeroPrevious: ZeroPrevious = 'null',
): FunnelModel {
  const earlier = new Map(before?.groups.map((group) => [keyText(group.key), group.steps]));
  return {
    rows: rowsOf(steps, before?.steps, zeroPrevious),
    groups: groups.map(({ key, steps: own }) => ({ key, rows: rowsOf(own, earlier.get(keyText(key)), zeroPrevious) })),
    isCompared: before !== undefined,
  };
}

/** The text by which groups of two answers are told to be the same. */
export const keyText = (key: GroupKey): string => JSON.stringify(key);

/** Index of the step that most users were lost before; -1 where nobody was. Of equals the first: it is met first. */
export function largestLoss(steps: readonly Pick<FunnelStep, 'drop_off'>[]): number {
  const most = Math.max(0, ...steps.map(({ drop_off: lost }) => lost ?? 0));
  return most === 0 ? -1 : steps.findIndex(({ drop_off: lost }) => lost === most);
}

function rowsOf(
  steps: readonly FunnelStep[],
  before: readonly FunnelStep[] | undefined,
  zeroPrevious: ZeroPrevious,
): FunnelRow[] {
  const worst = largestLoss(steps);
  return steps.map(({ event, users, conversion_rate: rate }, index): FunnelRow => {
    const [then, next] = [before?.[index], steps[index + 1]];
    const [usersBefore, rateBefore] = [then?.users ?? null, then?.conversion_rate ?? null];
    return {
      ...{ number: index + 1, event, users, rate, usersBefore, rateBefore },
      usersChange: growth(users, usersBefore, zeroPrevious),
      rateChange: growth(rate, rateBefore, zeroPrevious),
      passage: next && passageTo(next, before?.[index + 1], index + 1 === worst, zeroPrevious),
    };
  });
}

function passageTo(
  next: FunnelStep,
  then: FunnelStep | undefined,
  isLargestLoss: boolean,
  zeroPrevious: ZeroPrevious,
): FunnelPassage {
  const { step_conversion_rate: rate, drop_off: lost, median_seconds: medianSeconds, p90_seconds: p90Seconds } = next;
  const rateBefore = then?.step_conversion_rate ?? null;
  const change = growth(rate, rateBefore, zeroPrevious);
  return { rate, lost, medianSeconds, p90Seconds, isLargestLoss, rateBefore, change };
}
