import { describe, expect, it } from 'vitest';
import type { EventAction, EventDefinition } from '#contract/api.js';
import { actionReports, eventMethods, eventTemplates, fieldTypes, triggers } from '#contract/definition-vocabulary.js';
import { addToCart, click, definitionsAsker, EVENTS } from '../fixtures/definitions-asker.js';

const of = (length: number, letter = 'a') => letter.repeat(length);
const withAction = (change: object) => ({ ...addToCart, actions: [{ ...click, ...change }] });
const withData = (change: object) => withAction({ data: [{ ...click.data[0], ...change }] });
const without = (object: object, name: string) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

/** What is wrong with a body, by JSON pointer; nothing where it is created. */
async function faultsOf(body: unknown): Promise<string[]> {
  const { post } = definitionsAsker();
  const response = await post(EVENTS, body);
  if (response.status === 201) return [];
  const { code, errors } = (await response.json()) as { code: string; errors: { parameter: string }[] };
  expect([response.status, code]).toEqual([400, 'malformed']);
  return errors.map(({ parameter }) => parameter);
}

describe('the body of an event definition', () => {
  it.each<[string, object]>([
    ['a name of one letter', { ...addToCart, name: 'a' }],
    ['a name of 32 characters', { ...addToCart, name: of(32) }],
    ['a name with digits and underscores', { ...addToCart, name: 'a_1_' }],
    ['a display name of 32 characters', { ...addToCart, display_name: of(32, '购') }],
    ['a display name of 32 characters that take two units each', { ...addToCart, display_name: of(32, '🛒') }],
    ['no action yet', { ...addToCart, actions: [] }],
    ['50 actions', { ...addToCart, actions: new Array(50).fill(click) }],
    ['50 fields', withAction({ data: new Array(50).fill(click.data[0]) })],
    ['a page of 1024 characters', withAction({ page: of(1024) })],
    ['an element of 256 characters', withAction({ element: of(256) })],
    [
      'an action without page and element',
      { ...addToCart, actions: [{ trigger: 'launch', report: 'once', data: [] }] },
    ],
    ['no word yet where a value comes from', withData({ from: '' })],
    ['a field name of 64 characters', withData({ field: of(64) })],
    ['256 characters on where a value comes from', withData({ from: of(256) })],
    ...eventMethods.map((method): [string, object] => [`the method ${method}`, { ...addToCart, method }]),
    ...eventTemplates.map((template): [string, object] => [`the template ${template}`, { ...addToCart, template }]),
    ...triggers.map((trigger): [string, object] => [`the trigger ${trigger}`, withAction({ trigger })]),
    ...actionReports.map((report): [string, object] => [`the report ${report}`, withAction({ report })]),
    ...fieldTypes.map((type): [string, object] => [`the type ${type}`, withData({ type })]),
  ])('may have %s', async (_, body) => {
    expect(await faultsOf(body)).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['no name', without(addToCart, 'name'), ['/name']],
    ['an empty name', { ...addToCart, name: '' }, ['/name']],
    ['a blank name', { ...addToCart, name: ' ' }, ['/name']],
    ['a name that is a number', { ...addToCart, name: 7 }, ['/name']],
    ['a name of null', { ...addToCart, name: null }, ['/name']],
    ['a name of 33 characters', { ...addToCart, name: of(33) }, ['/name']],
    ['a name that begins with a capital', { ...addToCart, name: 'Add' }, ['/name']],
    ['a name that begins with a digit', { ...addToCart, name: '1a' }, ['/name']],
    ['a name that begins with an underscore', { ...addToCart, name: '_a' }, ['/name']],
    ['a name with a capital in it', { ...addToCart, name: 'addTo' }, ['/name']],
    ['a name with a hyphen', { ...addToCart, name: 'add-to' }, ['/name']],
    ['a name with a space', { ...addToCart, name: 'add to' }, ['/name']],
    ['a name with a line break after it', { ...addToCart, name: 'add\n' }, ['/name']],
    ['a name with a letter that is not a–z', { ...addToCart, name: 'ädd' }, ['/name']],
    ['a name in Chinese', { ...addToCart, name: '加购' }, ['/name']],
    ['a name that is too long and breaks the rule', { ...addToCart, name: of(33, 'A') }, ['/name', '/name']],
    ['no display name', without(addToCart, 'display_name'), ['/display_name']],
    ['a blank display name', { ...addToCart, display_name: '  ' }, ['/display_name']],
    ['a display name of 33 characters', { ...addToCart, display_name: of(33, '购') }, ['/display_name']],
    ['no method', without(addToCart, 'method'), ['/method']],
    ['another method', { ...addToCart, method: 'auto' }, ['/method']],
    ['a method that is no text', { ...addToCart, method: ['api'] }, ['/method']],
    ['no template', without(addToCart, 'template'), ['/template']],
    ['another template', { ...addToCart, template: 'Blank' }, ['/template']],
    ['no actions', without(addToCart, 'actions'), ['/actions']],
    ['actions that are no list', { ...addToCart, actions: { 0: click } }, ['/actions']],
    ['51 actions', { ...addToCart, actions: new Array(51).fill(click) }, ['/actions']],
    ['an action that is no object', { ...addToCart, actions: [click, 'click'] }, ['/actions/1']],
    ['no trigger', { ...addToCart, actions: [without(click, 'trigger')] }, ['/actions/0/trigger']],
    ['another trigger', withAction({ trigger: 'tap' }), ['/actions/0/trigger']],
    ['no report', { ...addToCart, actions: [without(click, 'report')] }, ['/actions/0/report']],
    ['another report', withAction({ report: 'twice' }), ['/actions/0/report']],
    ['a page that is no text', withAction({ page: 1 }), ['/actions/0/page']],
    ['a page of 1025 characters', withAction({ page: of(1025) }), ['/actions/0/page']],
    ['an element of 257 characters', withAction({ element: of(257) }), ['/actions/0/element']],
    ['no data', { ...addToCart, actions: [without(click, 'data')] }, ['/actions/0/data']],
    ['51 fields', withAction({ data: new Array(51).fill(click.data[0]) }), ['/actions/0/data']],
    ['a field without a name', withData({ field: '' }), ['/actions/0/data/0/field']],
    ['a field name of 65 characters', withData({ field: of(65) }), ['/actions/0/data/0/field']],
    ['another type', withData({ type: 'date' }), ['/actions/0/data/0/type']],
    ['257 characters on where a value comes from', withData({ from: of(257) }), ['/actions/0/data/0/from']],
    ['nothing on where a value comes from', withData({ from: undefined }), ['/actions/0/data/0/from']],
    ['a member that is mistyped', { ...addToCart, methode: 'api' }, ['/methode']],
    ['a member of an action that is mistyped', withAction({ elements: '#a' }), ['/actions/0/elements']],
    ['a member of a field that is mistyped', withData({ source: 'x' }), ['/actions/0/data/0/source']],
    ['nothing at all', {}, ['/name', '/display_name', '/method', '/template', '/actions']],
  ])('may not have %s', async (_, body, expected) => {
    expect(await faultsOf(body)).toEqual(expected);
  });

  it('is refused with all its faults at once, and what is allowed', async () => {
    const { problem } = definitionsAsker();
    const json = { ...withAction({ trigger: 'clik', data: [{ field: 'a', type: 'text', from: 'b' }] }), name: 'A' };
    const { errors } = await problem(400, EVENTS, { json });
    expect(errors?.map(({ parameter, allowed }) => [parameter, allowed?.length])).toEqual([
      ['/actions/0/trigger', 11],
      ['/actions/0/data/0/type', 3],
      ['/name', undefined],
    ]);
    expect(errors?.[0]?.message).toMatch(/Nearest: click/);
  });

  it.each<[string, string]>([
    ['no JSON', '{"name":'],
    ['empty', ''],
    ['a list', '[]'],
    ['a text', '"add_to_cart"'],
  ])('may not be %s', async (_, body) => {
    const { problem } = definitionsAsker();
    await problem(400, EVENTS, { method: 'POST', body });
    await problem(400, `${EVENTS}/1`, { method: 'PUT', body, headers: { 'If-Match': '*' } });
  });

  it('may not be larger than a body is taken', async () => {
    await definitionsAsker().problem(413, EVENTS, { json: 'x'.repeat(1_000_001) });
  });

  it('is held to the same on replacing, but for the rules of names, which cannot change', async () => {
    const { make, put } = definitionsAsker();
    await make(addToCart);
    const response = await put(`${EVENTS}/1`, { ...withData({ type: 'date' }), template: 'x', more: 1 });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { errors: object[] }).errors).toHaveLength(3);
    expect((await put(`${EVENTS}/1`, { ...addToCart, name: 'Another Name!' })).status).toBe(409);
  });

  it('is kept in one form: what is left out and what is empty are the same, so a save of it changes nothing', async () => {
    const { make, put } = definitionsAsker();
    const bare: EventAction = { trigger: 'click', report: 'once', element: '#a', data: [] };
    const { actions } = await make({ ...addToCart, actions: [bare] }, 'check');
    expect(actions).toEqual([{ ...bare, page: null }]);
    const again = await put(`${EVENTS}/1`, { ...addToCart, actions: [{ page: '', ...bare }] });
    expect(((await again.json()) as EventDefinition).checked).toBe(true);
  });
});
