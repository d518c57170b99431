import { expect } from '@open-wc/testing';
import type { SavedFunnelInput } from '#contract/api.js';
import {
  copyOf,
  draftOf,
  type FunnelDraft,
  inputOf,
  isChanged,
  isDraft,
  newDraft,
  previewOf,
  windowSeconds,
  withoutStep,
  withStep,
  withStepChange,
} from '#elements/funnel-builder/draft.js';
import { type DraftFault, faultsOf } from '#elements/funnel-builder/draft-rules.js';
import { failureOf, placeOfPointer } from '#elements/funnel-builder/saving.js';
import { RequestError } from '#client/request-error.js';

const steps = (count: number) => Array.from({ length: count }, (_, index) => ({ event: `step_${index}`, filters: [] }));
const good: FunnelDraft = { ...newDraft(), name: 'Checkout', steps: steps(2) };
const saved: SavedFunnelInput = { name: 'Checkout', steps: steps(2), window_seconds: 5400, group_by: ['city'] };
const limits = { mostSteps: 10, taken: ['Coupon'] };
const kinds = (faults: readonly DraftFault[]): string[] => faults.map(({ place, kind }) => `${place} ${kind}`);

describe('a draft of a funnel', () => {
  it('begins with two blank steps within a day, and has not changed', () => {
    const draft = newDraft();
    expect(draft.steps).to.have.length(2);
    expect(windowSeconds(draft.window)).to.equal(86_400);
    expect(isChanged(draft)).to.equal(false);
    expect(isChanged({ ...draft, name: 'A' })).to.equal(true);
  });

  it('of a saved funnel is saved as it was, and has changed once anything in it has', () => {
    const draft = draftOf(saved, 'f1', '"v1"');
    expect(inputOf(draft)).to.deep.equal(saved);
    expect(draft.window).to.deep.equal({ value: '90', unit: 'minute' });
    expect(isChanged(draft)).to.equal(false);
    for (const change of [
      { name: 'Other' },
      { steps: steps(3) },
      { window: { value: '91', unit: 'minute' as const } },
      { window: { value: '90', unit: 'none' as const } },
      { groupBy: [] },
    ])
      expect(isChanged({ ...draft, ...change }), JSON.stringify(change)).to.equal(true);
    expect(isChanged({ ...draft, name: ' Checkout ' })).to.equal(false);
  });

  it('without a window stays without one', () => {
    const draft = draftOf({ ...saved, window_seconds: null });
    expect(draft.window.unit).to.equal('none');
    expect(inputOf(draft).window_seconds).to.equal(null);
  });

  it('is added to, taken from and changed step by step', () => {
    const filter = { field: 'city', operator: 'in' as const, values: ['Wuhan'] };
    const draft = withStepChange(withStep(good), 2, { event: 'pay', filters: [filter] });
    expect(draft.steps.map(({ event }) => event)).to.deep.equal(['step_0', 'step_1', 'pay']);
    expect(withoutStep(draft, 0).steps).to.deep.equal([steps(2)[1], { event: 'pay', filters: [filter] }]);
  });

  it('is copied under another name, and is nobody’s then', () => {
    const copy = copyOf(draftOf(saved, 'f1', '"v1"'), 'Checkout, copy');
    expect(copy).not.to.have.any.keys('id', 'etag', 'saved');
    expect(inputOf(copy)).to.deep.equal({ ...saved, name: 'Checkout, copy' });
  });

  it('is previewed by the steps that have an event, from two on', () => {
    expect(previewOf(newDraft())).to.equal(undefined);
    expect(previewOf(withStep(good))?.steps).to.have.length(2);
    expect(previewOf(withStepChange(good, 0, { event: '' }))).to.equal(undefined);
    expect(previewOf({ ...good, window: { value: '0.5', unit: 'second' } })).not.to.have.property('window_seconds');
  });

  it('is told from anything else that was kept', () => {
    expect(isDraft(JSON.parse(JSON.stringify(good)))).to.equal(true);
    for (const other of [null, 7, {}, { ...good, steps: [null] }, { ...good, window: { value: 1, unit: 'day' } }])
      expect(isDraft(other), JSON.stringify(other)).to.equal(false);
    expect(isDraft({ ...good, window: { value: '1', unit: 'week' } })).to.equal(false);
  });
});

describe('the rules of a funnel', () => {
  for (const [what, change, faults] of [
    ['a name of one character', { name: 'a' }, []],
    ['a name of 64 characters', { name: '购'.repeat(64) }, []],
    ['a name of 64 characters beyond the first plane', { name: '🍵'.repeat(64) }, []],
    ['a name of 65 characters', { name: 'a'.repeat(65) }, ['name nameTooLong']],
    ['no name', { name: '' }, ['name nameMissing']],
    ['a blank name', { name: '  ' }, ['name nameMissing']],
    ['a name that another has', { name: 'Coupon' }, ['name nameTaken']],
    ['the same with space around it', { name: ' Coupon ' }, ['name nameTaken']],
    ['one step', { steps: steps(1) }, ['steps tooFewSteps']],
    ['two steps', { steps: steps(2) }, []],
    ['ten steps', { steps: steps(10) }, []],
    ['eleven steps', { steps: steps(11) }, ['steps tooManySteps']],
    ['the same event twice', { steps: [steps(1)[0]!, steps(1)[0]!] }, []],
    ['a step without an event', { steps: [steps(1)[0]!, { event: '', filters: [] }] }, ['step-1 eventMissing']],
    ['a window of one second', { window: { value: '1', unit: 'second' } }, []],
    ['a window of no length', { window: { value: '0', unit: 'day' } }, ['window windowNotWhole']],
    ['a negative window', { window: { value: '-1', unit: 'day' } }, ['window windowNotWhole']],
    ['a window in parts of seconds', { window: { value: '0.5', unit: 'second' } }, ['window windowNotWhole']],
    ['half a minute', { window: { value: '0.5', unit: 'minute' } }, []],
    ['a window that is no number', { window: { value: 'soon', unit: 'day' } }, ['window windowNotWhole']],
    ['an empty window', { window: { value: '', unit: 'day' } }, ['window windowNotWhole']],
    ['no window', { window: { value: '', unit: 'none' } }, []],
    ['the longest window', { window: { value: String(Number.MAX_SAFE_INTEGER), unit: 'second' } }, []],
    ['a longer one', { window: { value: String(Number.MAX_SAFE_INTEGER), unit: 'minute' } }, ['window windowTooLong']],
    ['two fields to group by', { groupBy: ['city', 'os_name'] }, []],
  ] as const) {
    it(`on ${what}: ${faults.join() || 'nothing'}`, () => {
      expect(kinds(faultsOf({ ...good, ...(change as Partial<FunnelDraft>) }, limits))).to.deep.equal(faults);
    });
  }

  it('are told all at once, in the order of the form', () => {
    const draft: FunnelDraft = {
      ...newDraft(),
      steps: [{ event: '', filters: [] }],
      window: { value: '0', unit: 'day' },
    };
    expect(kinds(faultsOf(draft, limits))).to.deep.equal([
      ...['name nameMissing', 'steps tooFewSteps', 'step-0 eventMissing', 'window windowNotWhole'],
    ]);
  });
});

describe('what comes of saving a funnel', () => {
  for (const [pointer, place] of [
    ['/name', 'name'],
    ['/steps', 'steps'],
    ['/steps/2/event', 'step-2'],
    ['/steps/0/filters/1/values', 'step-0'],
    ['/window_seconds', 'window'],
    ['/group_by', 'group'],
    ['/range', undefined],
  ] as const) {
    it(`puts a fault at ${pointer} beside its field`, () => expect(placeOfPointer(pointer)).to.equal(place));
  }

  const problem = (status: number, more: object = {}): RequestError =>
    new RequestError('problem', 'No', { status, problem: { title: 'No', status, ...more } as never, etag: '"v2"' });
  for (const [what, error, expected] of [
    ['forbidden', new RequestError('forbidden', 'No', { status: 403 }), { kind: 'forbidden' }],
    ['gone', problem(404), { kind: 'gone' }],
    ['a conflict', problem(412, { current: saved }), { kind: 'conflict', theirs: saved, etag: '"v2"' }],
    [
      'a taken name',
      problem(409, { code: 'name_taken' }),
      { kind: 'faults', faults: [{ place: 'name', kind: 'nameTaken' }] },
    ],
    [
      'faults',
      problem(422, { errors: [{ parameter: '/steps/1/filters/0/field', message: 'Unknown.' }] }),
      { kind: 'faults', faults: [{ place: 'step-1', kind: 'said', text: 'Unknown.' }] },
    ],
  ] as const) {
    it(`is ${what}`, () => expect(failureOf(error)).to.deep.equal(expected));
  }

  it('is a failure that may pass otherwise', () => {
    for (const error of [problem(500), new RequestError('network', 'No'), new Error('no'), problem(412)])
      expect(failureOf(error).kind).to.equal('failed');
  });
});
