import type { Profile } from '#contract/api.js';
import { defaultProfileId, profiles as builtInProfiles } from '#contract/profiles.js';
import { findZone, unknownZone } from '#time/zone.js';

/** The rules that questions go by where they name none. */
export interface DefaultRules {
  readonly profiles: readonly Profile[];
  readonly profile: string;
  readonly timezone: string;
}

/**
 * Fills in what the host left out. What names nothing is a `RangeError` here, at once, and not a failure of every question
 * later.
 */
export function checkedRules({
  profiles = builtInProfiles,
  profile = defaultProfileId,
  timezone = 'UTC',
}: Partial<DefaultRules>): DefaultRules {
  const ids = profiles.map(({ id }) => id);
  if (!ids.includes(profile))
    throw new RangeError(
      `profile is “${profile}”; it has to be one of the profiles: ${ids.join(', ') || 'there are none'}.`,
    );
  if (!findZone(timezone)) throw new RangeError(`timezone: ${unknownZone(timezone)}`);
  for (const { id, timezone: own } of profiles)
    if (!findZone(own)) throw new RangeError(`The profile “${id}” has no usable timezone: ${unknownZone(own)}`);
  return { profiles, profile, timezone };
}
