import { expect } from '@open-wc/testing';
import { apiCode } from '#elements/event-builder/api-code.js';
import { idOfPointer, nameFaults, stepOf } from '#elements/event-builder/builder-faults.js';
import { checkFaults, lengthFaults } from '#elements/event-builder/configuration-faults.js';
import { draftOf, inputOf, isDraft, isSame, newAction, newDraft, withTemplate } from '#elements/event-builder/draft.js';
import { withAction } from '#elements/event-builder/draft-changes.js';
import { placeOfField } from '#elements/event-builder/fault-places.js';
import { checkedField } from '#elements/event-builder/field-lookup.js';
import { isUnclear } from '#elements/event-builder/saving.js';
import { freeName, suggestName } from '#elements/event-builder/suggest-name.js';
import { eventDifferences } from '#elements/base/event-difference.js';
import { RequestError } from '#client/request-error.js';
import { addToCart } from './event-back-end.js';

const none = { names: new Set<string>(), displayNames: new Set<string>() };
const ids = (faults: readonly { id: string; rule: string | undefined }[]) =>
  faults.map(({ id, rule }) => `${id} ${rule}`);

describe('a draft', () => {
  it('says what was saved, and the other way round', () => {
    expect(inputOf(draftOf(addToCart))).to.eql(addToCart);
    expect(isSame(addToCart, inputOf(draftOf(addToCart)))).to.equal(true);
  });

  it('saves no element of a trigger that has none, and keeps it for one that has', () => {
    const draft = withAction(draftOf(addToCart), 0, { trigger: 'enterPage' });
    expect(inputOf(draft).actions[0]!.element).to.equal(null);
    expect(inputOf(withAction(draft, 0, { trigger: 'share' })).actions[0]!.element).to.equal('#add');
  });

  it('that a developer reports is one list of fields', () => {
    const { actions } = inputOf({ ...draftOf(addToCart), method: 'api' });
    expect(actions.map(({ data }) => data.map(({ field, from }) => [field, from]))).to.eql([
      [
        ['price', 'properties.price'],
        ['sku', 'properties.sku'],
      ],
    ]);
    expect(inputOf({ ...newDraft(), method: 'api' }).actions).to.eql([]);
  });

  it('begins with a template where nothing is filled in, and loses nothing where something is', () => {
    expect(withTemplate(newDraft(), 'leave_page').actions).to.eql([newAction('leavePage')]);
    expect(withTemplate(draftOf(addToCart), 'share').actions).to.eql(draftOf(addToCart).actions);
  });

  it('is told from what another version has kept', () => {
    expect(isDraft(JSON.parse(JSON.stringify(draftOf(addToCart))))).to.equal(true);
    for (const other of [null, 7, {}, { ...newDraft(), actions: [{}] }, { ...newDraft(), name: 1 }])
      expect(isDraft(other)).to.equal(false);
  });
});

describe('the faults of a draft', () => {
  it('of names come from the rule, then from those that others have', () => {
    expect(ids(nameFaults(newDraft(), none))).to.eql(['name name_empty', 'display_name display_empty']);
    const taken = { names: new Set(['add_to_cart']), displayNames: new Set(['Add to cart']) };
    expect(ids(nameFaults(draftOf(addToCart), taken))).to.eql(['name name_taken', 'display_name display_taken']);
    expect(nameFaults(draftOf(addToCart), none)).to.eql([]);
  });

  for (const [part, most] of [
    ['page', 1024],
    ['element', 256],
  ] as const)
    it(`let ${most} characters of ${part} through, and no more`, () => {
      const of = (length: number) => lengthFaults(withAction(draftOf(addToCart), 0, { [part]: 'x'.repeat(length) }));
      expect(of(most)).to.eql([]);
      expect(ids(of(most + 1))).to.eql([`actions-0-${part} text_too_long`]);
    });

  it('say of a field without a name one thing only', () => {
    const draft = withAction(draftOf(addToCart), 0, { data: [{ field: '', type: 'string', from: '' }] });
    expect(ids(checkFaults(draft))).to.eql(['actions-0-data-0-field field_missing']);
  });

  it('have places, fields and steps', () => {
    expect(idOfPointer('/actions/0/data/1/field')).to.equal('actions-0-data-1-field');
    expect(placeOfField('actions-0-data-1-field')).to.eql({ part: 'field', action: 1, data: 2 });
    expect(placeOfField('actions-2-page')).to.eql({ part: 'page', action: 3 });
    expect(placeOfField('name')).to.eql({ part: 'name' });
    expect(['name', 'display_name', 'actions', 'actions-0-page'].map(stepOf)).to.eql([
      'names',
      'names',
      'actions',
      'actions',
    ]);
  });
});

describe('a suggested name', () => {
  for (const [text, name] of [
    ['AddToCart', 'add_to_cart'],
    ['Add to cart!', 'add_to_cart'],
    ['2nd Größe', 'nd_gro_e'],
    ['Café', 'cafe'],
    ['加入购物车', ''],
    ['a'.repeat(40), 'a'.repeat(32)],
  ] as const)
    it(`of “${text}” is “${name}”`, () => {
      expect(suggestName(text)).to.equal(name);
    });

  it('takes the next number that is free, within the length', () => {
    expect(freeName('scan', new Set(['scan', 'scan_2']))).to.equal('scan_3');
    expect(freeName('scan_2', new Set(['scan_2']))).to.equal('scan_3');
    expect(freeName('a'.repeat(32), new Set())).to.equal(`${'a'.repeat(30)}_2`);
  });
});

it('the call to copy names every field once', () => {
  const code = apiCode({ ...draftOf(addToCart), method: 'api' }, 'lantern tea');
  expect(code).to.contain("fetch('/v1/apps/lantern%20tea/events:collect'").and.to.contain("event: 'add_to_cart'");
  expect(code).to.contain('price: 0,').and.to.contain("sku: '…',");
});

it('what came in under a field’s name is told by type', () => {
  const seen = (values: (string | number | null)[], type?: 'mixed' | 'number') =>
    checkedField('price', 'number', {
      field: 'price',
      ...(type && { type }),
      values: values.map((value) => ({ value, count: 1 })),
    });
  expect(seen([])).to.include({ sample: null });
  expect(seen([null]).arrives).to.eql([]);
  expect(seen([9.5], 'number').arrives).to.eql(['number']);
  expect(seen(['9.5', 9.5], 'mixed').arrives).to.eql(['string', 'number']);
});

it('only a failure without a clear answer leaves open what was done', () => {
  const unclear = (kind: 'network' | 'problem' | 'forbidden', status?: number) =>
    isUnclear(new RequestError(kind, '', { status }));
  expect([unclear('network'), unclear('problem', 500), unclear('problem', 409), unclear('forbidden', 403)]).to.eql([
    true,
    true,
    false,
    false,
  ]);
});

describe('the differences of two versions', () => {
  it('are none between equal ones', () => {
    expect(eventDifferences(addToCart, structuredClone(addToCart))).to.eql([]);
  });

  it('name the place, and an action that only one has', () => {
    const [action] = addToCart.actions;
    const after = {
      ...addToCart,
      template: 'share' as const,
      actions: [
        { ...action!, page: null },
        { ...action!, data: [] },
      ],
    };
    expect(
      eventDifferences(addToCart, after).map(({ place, before, after: now }) => [
        place.part,
        place.action,
        before,
        now,
      ]),
    ).to.eql([
      ['template', undefined, 'blank', 'share'],
      ['page', 1, 'pages/product/detail', null],
      ['action', 2, null, 'click\npages/product/detail\n#add'],
    ]);
  });
});
