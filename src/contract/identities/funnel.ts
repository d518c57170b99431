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

/** Page views again and again, and the most frequent events in both orders. */
async function someFunnels({ source, scope }: IdentityAsker): Promise<string[][]> {
  const { values } = await source.values(scope, { field: 'event', limit: 3 });
  const events = values.map(({ value }) => String(value));
  const views = ['page_view', 'page_view', 'page_view'];
  return events.length < 2 ? [views] : [views, events, [...events].reverse()];
}
