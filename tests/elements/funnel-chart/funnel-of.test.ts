import { expect } from '@open-wc/testing';
import { funnelConverter, funnelOf, stepsConverter } from '#elements/funnel-chart/funnel-of.js';

const read = (text: string): unknown => stepsConverter(text);
const steps = [
  { event: 'launch', filters: [] },
  { event: 'pay', filters: [] },
];

describe('the steps of a funnel as an attribute', () => {
  const filter = { field: 'os_name', operator: 'in', values: ['iOS'] };
  for (const [what, text, expected] of [
    ['are names of events', 'launch, pay', steps],
    ['are names, whatever parts them', ' launch\n  pay ', steps],
    ['are JSON', '[{"event":"launch"},{"event":"pay"}]', steps],
    ['are JSON of names', '["launch","pay"]', steps],
    [
      'have filters in JSON',
      JSON.stringify([{ event: 'launch', filters: [filter] }, 'pay']),
      [{ event: 'launch', filters: [filter] }, steps[1]],
    ],
    ['are none where it cannot be read', '[{"event":', undefined],
    ['are none where a step has no event', '[{"event":"launch"},{}]', undefined],
    ['are none where they are nothing', '', []],
  ] as const) {
    it(what, () => expect(read(text)).to.deep.equal(expected));
  }
});

describe('the funnel that a host means', () => {
  const funnel = { name: 'Shop', steps, window_seconds: 60, group_by: ['city'] };

  it('is the whole, or its parts, which are stronger', () => {
    expect(funnelOf({ funnel })).to.deep.equal(funnel);
    expect(funnelOf({ funnel, window: 90, groupBy: ['os_name'] })).to.deep.equal({
      ...funnel,
      ...{ window_seconds: 90, group_by: ['os_name'] },
    });
    expect(funnelOf({ steps })).to.deep.equal({ steps, group_by: [] });
  });

  it('is none with fewer than two steps', () => {
    expect(funnelOf({ steps: steps.slice(1) })).to.equal(undefined);
    expect(funnelOf({})).to.equal(undefined);
  });

  it('has no window that is not a whole number of seconds, and at most two groups', () => {
    for (const window of [0, -1, 1.5, NaN, Infinity]) {
      expect(funnelOf({ steps, window })).to.deep.equal({ steps, group_by: [] });
    }
    expect(funnelOf({ steps, groupBy: ['a', 'b', 'c'] })?.group_by).to.deep.equal(['a', 'b']);
  });

  it('takes whatever a host has set for nothing rather than failing', () => {
    expect(funnelOf({ funnel: 'shop' } as never)).to.equal(undefined);
    expect(funnelOf({ steps: 7 } as never)).to.equal(undefined);
    expect(funnelConverter('[1]')).to.equal(undefined);
    expect(funnelConverter('{')).to.equal(undefined);
  });
});
