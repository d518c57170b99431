import { type Identity, unless } from './identity.js';

/** Opens by source, whatever is in a list's rest. */
export const opensBySource: Identity = {
  id: 'opens_by_source',
  sentence: 'opens by source = opens',
  async check(ask) {
    if (!ask.catalog.dimensions.some(({ id }) => id === 'source')) return [];
    const [{ metrics }, { rows, others }] = await Promise.all([
      ask.summary(['opens']),
      ask.breakdown(['opens'], 'source'),
    ]);
    const opens = metrics[0]?.value ?? null;
    if (opens === null) return [];
    const sum = [...rows, ...(others ? [others] : [])].reduce((total, { values }) => total + (values.opens ?? 0), 0);
    return unless(sum === opens, 'opens by source, added up', sum, `${opens} opens`);
  },
};

/** Opens by stay. */
export const opensByDuration = opensInClasses('opens_by_duration', 'opens by duration = opens', 'visit_duration');

/** Opens by depth. */
export const opensByDepth = opensInClasses('opens_by_depth', 'opens by depth = opens', 'visit_depth');

function opensInClasses(id: string, sentence: string, of: 'visit_duration' | 'visit_depth'): Identity {
  return {
    id,
    sentence,
    async check(ask) {
      const [{ metrics }, distribution] = await Promise.all([ask.summary(['opens']), ask.distribution(of)]);
      const opens = metrics[0]?.value ?? null;
      if (opens === null || !distribution) return [];
      const { buckets, total } = distribution;
      const sum = buckets.reduce((all, { count }) => all + (count ?? 0), 0);
      return [
        ...unless(sum === opens, `opens by ${of}, added up`, sum, `${opens} opens`),
        ...unless(total === opens, `total of opens by ${of}`, total ?? NaN, `${opens} opens`),
      ];
    },
  };
}

/**
 * Every open with a page view is entered once and left once. An open may reach over the edge of a range, so this is asked
 * where the range holds all days that have data.
 */
export const entriesAndExits: Identity = {
  id: 'entries_and_exits',
  sentence: 'entries = exits = opens with a page view, over the whole log',
  async check(ask) {
    const metrics = ask.known(['entries', 'exits', 'opens']);
    if (metrics.length < 3) return [];
    const { metrics: found, meta } = await ask.summary(metrics);
    const [entries, exits, opens] = metrics.map((id) => found.find(({ metric }) => metric === id)?.value ?? null);
    if (entries == null || exits == null || opens == null) return [];
    const { range: _, start: _start, end: _end, ...scope } = ask.query;
    const { days } = await ask.source.days(ask.scope, { ...scope, timezone: meta.timezone });
    const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
    if (!meta.range || meta.range.start > first || meta.range.end < last) return [];
    const depths = await ask.distribution('visit_depth');
    const without = depths?.buckets.find(({ to }) => to === 0)?.count ?? 0;
    const viewed = depths ? opens - without : exits;
    const expected = `${viewed} opens with a page view`;
    return [
      ...unless(entries === viewed, 'entries', entries, expected),
      ...unless(exits === viewed, 'exits', exits, expected),
    ];
  },
};
