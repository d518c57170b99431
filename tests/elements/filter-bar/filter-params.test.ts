import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  appTypes,
  compareKinds,
  environments,
  filterOperators,
  granularities,
  namedRanges,
} from '#contract/vocabulary.js';
import { parseFilterParams, toFilterParams } from '#elements/filter-bar/filter-params.js';
import type { FilterValue } from '#elements/filter-bar/filter-value.js';

const roundTrip = (value: FilterValue): FilterValue =>
  parseFilterParams(new URLSearchParams(toFilterParams(value).toString()));

const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const tricky = fc.constantFrom(
  '5',
  '-1e3',
  'true',
  'null',
  '""',
  '"a',
  'a,b',
  'a:b',
  '100%',
  '%2C',
  '',
  ' ',
  '[1]',
  '{}',
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (Object.is(one, -0) ? 0 : one));
const item = fc.oneof(text, tricky, number, fc.integer(), fc.boolean());
const filter = fc.record(
  {
    field: fc.oneof(
      fc.constantFrom('city', 'properties.a:b', 'properties.50%'),
      text.filter((one) => one !== ''),
    ),
    operator: fc.constantFrom(...filterOperators),
    values: fc.array(item, { maxLength: 4 }),
  },
  { requiredKeys: ['field', 'operator'] },
);
const day = fc.constantFrom('2026-10-01', '2026-10-31');
const span = day.map((start) => ({ start, end: '2026-10-31' }));
const value: fc.Arbitrary<FilterValue> = fc
  .tuple(
    fc.record(
      {
        app: fc.oneof(text, tricky),
        superapp: fc.boolean(),
        appTypes: fc.subarray([...appTypes]),
        granularity: fc.constantFrom(...granularities),
        os: fc.array(fc.oneof(text, tricky), { maxLength: 3 }),
        environment: fc.constantFrom(...environments),
        filters: fc.array(filter, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
    fc.oneof(fc.constant({}), fc.record({ range: fc.constantFrom(...namedRanges) }), span),
    fc.oneof(
      fc.constant({}),
      fc.record({ compare: fc.subarray([...compareKinds]) }),
      span.map(({ start, end }) => ({ compareStart: start, compareEnd: end })),
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as FilterValue);

describe('the value of a filter bar in a link', () => {
  it('comes back exactly as it went in, types and all', () => {
    fc.assert(
      fc.property(value, (one) => void expect(roundTrip(one)).to.eql(one)),
      { numRuns: 500, seed: 7 },
    );
  });

  it('reads as the contract writes it', () => {
    const params = toFilterParams({
      app: 'lantern-tea',
      range: 'last_7_days',
      compare: ['previous_period'],
      os: ['iOS', 'Android'],
      filters: [
        { field: 'city', operator: 'in', values: ['Berlin', 'Paris'] },
        { field: 'scene', operator: 'gte', values: [1001] },
        { field: 'brand', operator: 'not_set' },
      ],
    });
    expect([...params].map(([name, one]) => `${name}=${one}`)).to.eql([
      'app=lantern-tea',
      'range=last_7_days',
      'compare=previous_period',
      'os=iOS,Android',
      'filter=city:in:Berlin,Paris',
      'filter=scene:gte:1001',
      'filter=brand:not_set',
    ]);
  });

  it('is written beside the page’s own parameters, which stay', () => {
    const others = new URLSearchParams('view=traffic&range=today&filter=city:set&compare_start=2026-01-01');
    const params = toFilterParams({ range: 'yesterday' }, others);
    expect(params.toString()).to.equal('view=traffic&range=yesterday');
    expect(others.get('range')).to.equal('today');
  });

  it('tells nothing chosen from nothing said', () => {
    expect(roundTrip({ compare: [], os: [], filters: [], appTypes: [] })).to.eql({
      ...{ compare: [], os: [], filters: [], appTypes: [] },
    });
    expect(roundTrip({})).to.eql({});
  });

  it('keeps a text that looks like a number a text', () => {
    const filters = [{ field: 'properties.size', operator: 'in' as const, values: ['5', 5, 'true', true] }];
    expect(toFilterParams({ filters }).get('filter')).to.equal('properties.size:in:"5",5,"true",true');
    expect(roundTrip({ filters })).to.eql({ filters });
  });

  for (const search of [
    'range=last_year',
    'start=2026-10-31&end=2026-10-01',
    'start=2026-10-01',
    'start=soon&end=2026-10-01',
    'start=2026-10-01&end=2026-10-01T00:00:00Z',
    'granularity=fortnight',
    'compare=last_life',
    'compare_start=2026-10-02&compare_end=2026-10-01',
    'environment=staging',
    'superapp=maybe',
    'app_type=desktop',
    'view=traffic&utm_source=mail',
  ]) {
    it(`takes no notice of ${search}`, () => {
      expect(parseFilterParams(new URLSearchParams(search))).to.eql({});
    });
  }

  it('takes what it knows of a list, and of filters', () => {
    const params = new URLSearchParams(
      'compare=last_week,last_life&filter=city:in:Bonn&filter=city:like:B&filter=:&filter=x',
    );
    expect(parseFilterParams(params)).to.eql({
      compare: ['last_week'],
      filters: [{ field: 'city', operator: 'in', values: ['Bonn'] }],
    });
  });
});
