import type { IdentityAsker } from './asker.js';
import { type Identity, unless } from './identity.js';

/** Whoever gets to a step was at the one before. */
export const funnelFalls: Identity = {
  id: 'funnel_falls',
  sentence: 'funnel users never rise from step to step',
  async check(ask) {
    if (!ask.source.funnel) return [];
    const funnels = await Promise.all((await someFunnels(ask)).map((events) => ask.funnel(events)));
    return funnels.flatMap((funnel) => {
      const steps = funnel?.steps ?? [];
      const path = steps.map(({ event }) => event).join(' → ');
      return steps.slice(1).flatMap(({ users }, step) => {
        const before = steps[step]?.users ?? null;
        if (users === null || before === null) return [];
        return unless(users <= before, `step ${step + 2} of ${path}`, users, `at most ${before}, as the step before`);
      });
    });
  },
};

/** Whom a funnel loses at a step did something next, or nothing more. */
export const nextOfFunnel: Identity = {
  id: 'next_of_funnel',
  sentence: 'those whose chain ends at a step = those who ended + those whose next event is each event',
  async check(ask) {
    if (!ask.source.funnel || !ask.source.funnel_next) return [];
    const events = (await someFunnels(ask))[0]!;
    const funnel = await ask.funnel(events);
    const checked = funnel!.steps.map(async ({ users }, step) => {
      const left = await ask.funnelNext(events, step + 1);
      if (users === null || left?.users == null || left.ended === null) return [];
      const at = `step ${step + 1} of ${events.join(' → ')}`;
      const lost = users - (funnel!.steps[step + 1]?.users ?? 0);
      const isWhole = left.row_count === left.events.length;
      const told = left.ended + left.events.reduce((sum, { next_users }) => sum + next_users, 0);
      return [
        ...unless(left.users === lost, at, left.users, `${lost}, as the funnel loses there`),
        ...unless(!isWhole || told === left.users, at, told, `${left.users}, all of them`),
      ];
    });
    return (await Promise.all(checked)).flat();
  },
};

/** Page views again and again, and the most frequent events in both orders. */
async function someFunnels({ source, scope }: IdentityAsker): Promise<string[][]> {
  const { values } = await source.values(scope, { field: 'event', limit: 3 });
  const events = values.map(({ value }) => String(value));
  const views = ['page_view', 'page_view', 'page_view'];
  return events.length < 2 ? [views] : [views, events, [...events].reverse()];
}
