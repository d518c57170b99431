/** What pages can be ranked by: page metrics that add up, so that shares have a meaning. */
export const rankBys = ['page_visits', 'entries', 'exits', 'page_shares'] as const;

/** What a rank of pages ranks by. */
export type RankBy = (typeof rankBys)[number];

/** A host's word narrowed to what can be ranked by; anything else is visits. */
export const toRankBy = (word: string): RankBy => rankBys.find((by) => by === word) ?? 'page_visits';
