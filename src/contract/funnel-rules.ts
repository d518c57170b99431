/** Most characters of a saved funnel's name. A file of its own, so that a form which keeps to it loads no other vocabulary. */
export const maxFunnelNameLength = 64;

/** Steps of a funnel where a back end states no limit of its own. */
export const maxFunnelSteps = 10;
