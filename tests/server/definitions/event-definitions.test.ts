import type { EventDefinitionInput } from '#contract/api.js';
import { createEventDefinitions } from '#server/definitions/event-definitions.js';
import { verdictOf } from '#server/definitions/governance.js';
import { createMemoryStore } from '#server/stores/memory-store.js';
import { beforeEach, describe, expect, it } from 'vitest';

const addToCart: EventDefinitionInput = {
  name: 'add_to_cart',
  display_name: 'Add to cart',
  method: 'manual',
  template: 'blank',
  actions: [
    {
      trigger: 'click',
      report: 'once',
      page: 'pages/product',
      element: '#add',
      data: [{ field: 'price', type: 'number', from: 'data.price' }],
    },
  ],
};
const changed: EventDefinitionInput = { ...addToCart, template: 'share' };
const anyVersion = { name: 'Mei', now: Date.UTC(2026, 10, 22), ifMatch: '*' };
const seen = () => Promise.resolve(true);
const refusal = (code: string) => expect.objectContaining({ code }) as unknown;

let definitions: ReturnType<typeof createEventDefinitions>;
beforeEach(() => {
  let next = 0;
  definitions = createEventDefinitions(createMemoryStore(), () => `d${String(++next)}`);
});

const create = async () => (await definitions.create('tea', addToCart, anyVersion)).body.id;
const published = async () => {
  const id = await create();
  await definitions.check('tea', id, anyVersion, seen);
  await definitions.publish('tea', id, anyVersion);
  return id;
};

describe('an event definition', () => {
  it('begins as a draft that is not checked', async () => {
    const { body, version } = await definitions.create('tea', addToCart, anyVersion);
    expect(body).toMatchObject({ state: 'draft', checked: false, fields: [], published: null, updated_by: 'Mei' });
    expect(version).toBe(1);
  });

  it.each([
    ['the name', { ...addToCart, display_name: 'Other' }, '/name'],
    ['the display name', { ...addToCart, name: 'other' }, '/display_name'],
    ['a reserved name', { ...addToCart, name: 'launch', display_name: 'Other' }, '/name'],
  ])('is refused where %s is taken', async (_, input, parameter) => {
    await create();
    await expect(definitions.create('tea', input, anyVersion)).rejects.toMatchObject({
      code: 'name_taken',
      faults: [{ parameter }],
    });
  });

  it('may have the name of a definition of another app', async () => {
    await create();
    await expect(definitions.create('game', addToCart, anyVersion)).resolves.toBeDefined();
  });

  it('keeps its names once saved', async () => {
    const id = await create();
    const renamed = { ...addToCart, name: 'cart_add', display_name: 'Cart add' };
    await expect(definitions.replace('tea', id, renamed, anyVersion)).rejects.toMatchObject({
      code: 'wrong_state',
      faults: [{ parameter: '/name' }, { parameter: '/display_name' }],
    });
  });

  it.each(['test', 'publish'] as const)('is refused to %s until check has passed', async (action) => {
    const id = await create();
    await expect(definitions[action]('tea', id, anyVersion)).rejects.toEqual(refusal('wrong_state'));
    await definitions.check('tea', id, anyVersion, seen);
    await expect(definitions[action]('tea', id, anyVersion)).resolves.toBeDefined();
  });

  it('needs another check after a change, and none after a save that changes nothing', async () => {
    const id = await create();
    await definitions.check('tea', id, anyVersion, seen);
    expect((await definitions.replace('tea', id, addToCart, anyVersion)).body.checked).toBe(true);
    expect((await definitions.replace('tea', id, changed, anyVersion)).body.checked).toBe(false);
  });

  it('gets its field table from check, with whether each field was seen', async () => {
    const id = await create();
    const { body } = await definitions.check('tea', id, anyVersion, (field) => Promise.resolve(field === 'price'));
    expect(body.fields).toEqual([{ field: 'price', type: 'number', seen: true }]);
  });

  it('is not marked as checked where someone saved another configuration meanwhile', async () => {
    const id = await create();
    const slow = async () => {
      await definitions.replace('tea', id, changed, anyVersion);
      return true;
    };
    expect((await definitions.check('tea', id, anyVersion, slow)).body.checked).toBe(false);
  });

  it('keeps the published version beside a newer draft', async () => {
    const id = await published();
    const { body } = await definitions.replace('tea', id, changed, anyVersion);
    expect(body).toMatchObject({ state: 'draft', template: 'share', published: { template: 'blank' } });
  });

  it('is published once, also when publish is sent again', async () => {
    const id = await published();
    const again = await definitions.publish('tea', id, anyVersion);
    expect(again.body).toMatchObject({ state: 'published', published: { name: 'add_to_cart' } });
    expect(await definitions.list('tea')).toHaveLength(1);
  });

  it('can be deleted as a draft only', async () => {
    const id = await published();
    await expect(definitions.delete('tea', id, anyVersion)).rejects.toEqual(refusal('wrong_state'));
    await definitions.unpublish('tea', id, anyVersion);
    await definitions.delete('tea', id, anyVersion);
    await expect(definitions.get('tea', id)).rejects.toEqual(refusal('not_found'));
  });

  it('shows the current version to whoever saves over one that they have not seen', async () => {
    const id = await create();
    await definitions.replace('tea', id, changed, { ...anyVersion, ifMatch: '"v1"' });
    await expect(definitions.replace('tea', id, addToCart, { ...anyVersion, ifMatch: '"v1"' })).rejects.toMatchObject({
      code: 'changed_meanwhile',
      current: { version: 2, body: { template: 'share' } },
    });
  });

  it('is not changed without If-Match', async () => {
    const id = await create();
    const author = { ...anyVersion, ifMatch: null };
    await expect(definitions.replace('tea', id, changed, author)).rejects.toEqual(refusal('if_match_required'));
  });
});

describe('what a definition says of an event of its name', () => {
  it('follows its state: dropped in draft, recorded in testing, reported once published', async () => {
    const id = await create();
    const verdict = async () => verdictOf((await definitions.get('tea', id)).body);
    expect(await verdict()).toBe('drop');
    await definitions.check('tea', id, anyVersion, seen);
    await definitions.test('tea', id, anyVersion);
    expect(await verdict()).toBe('record');
    await definitions.publish('tea', id, anyVersion);
    expect(await verdict()).toBe('report');
    await definitions.replace('tea', id, changed, anyVersion);
    expect(await verdict()).toBe('report');
    expect(verdictOf(undefined)).toBe('report');
  });
});
