import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MaFilterBar } from '#elements/filter-bar/filter-bar.element.js';
import type { MaScope } from '#elements/scope/scope.element.js';
import { part, untilSeen } from '../base/shown.js';
import { until } from '../base/until.js';
import { all, words, button, options, focused, type Stage, stage, open, choose, plain } from './stage.js';

describe('the free filters of a filter bar', () => {
  async function editor(shows = 'filters', settings: Partial<MaScope> = {}): Promise<Stage> {
    const found = await stage(shows, settings);
    await until(() => !found.bar.shadowRoot!.querySelector('[data-pick=filter-add][disabled]'));
    return found;
  }
  const select = async (bar: MaFilterBar, index: number, value: string): Promise<void> => {
    const field = all(bar, '.editor select')[index] as HTMLSelectElement;
    field.value = value;
    field.dispatchEvent(new Event('change'));
    await bar.updateComplete;
  };
  const operators = (bar: MaFilterBar): string[] =>
    [...(all(bar, '.editor select')[1] as HTMLSelectElement).options].map((option) => option.value);

  it('are made of a field, an operator that fits it, and values that were seen', async () => {
    const { scope, bar, events } = await editor();
    await open(bar, 'filter-add');
    await select(bar, 0, 'city');
    expect(operators(bar)).to.eql(['in', 'not_in', 'contains', 'set', 'not_set']);
    await until(() => options(bar).length === 3);
    expect(options(bar).map(words)).to.eql(['Berlin 20', 'Bonn 10', 'Paris 5']);
    options(bar)[0]!.click();
    options(bar)[2]!.click();
    await bar.updateComplete;
    part(bar, '.apply').click();
    await bar.updateComplete;
    expect(scope.filters).to.eql([{ field: 'city', operator: 'in', values: ['Berlin', 'Paris'] }]);
    expect(events).to.have.length(1);
    expect(words(part(bar, '.chip .pick'))).to.equal('City = Berlin, Paris');
  });

  it('hold numbers where the field is one', async () => {
    const { scope, bar } = await editor();
    await open(bar, 'filter-add');
    await select(bar, 0, 'scene');
    expect(operators(bar)).to.eql(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'set', 'not_set']);
    await select(bar, 1, 'gte');
    const input = part(bar, '.editor input') as HTMLInputElement;
    input.value = '1001';
    input.dispatchEvent(new Event('input'));
    await bar.updateComplete;
    part(bar, '.apply').click();
    expect(scope.filters).to.eql([{ field: 'scene', operator: 'gte', values: [1001] }]);
  });

  it('can ask for a property of an event by its name', async () => {
    const { scope, bar } = await editor();
    await open(bar, 'filter-add');
    await select(bar, 0, 'properties.');
    const input = part(bar, '.editor input') as HTMLInputElement;
    input.value = 'flavour';
    input.dispatchEvent(new Event('change'));
    await bar.updateComplete;
    await select(bar, 1, 'set');
    part(bar, '.apply').click();
    expect(scope.filters).to.eql([{ field: 'properties.flavour', operator: 'set' }]);
  });

  it('take a value that was never seen, as typed', async () => {
    const { scope, bar } = await editor();
    await open(bar, 'filter-add');
    await select(bar, 0, 'city');
    part(bar, '.editor .find input').focus();
    await sendKeys({ type: 'Rome' });
    await until(() => options(bar).length === 1);
    expect(options(bar).map(words)).to.eql(['Rome as typed']);
    await sendKeys({ press: 'Enter' });
    await bar.updateComplete;
    part(bar, '.apply').click();
    expect(scope.filters).to.eql([{ field: 'city', operator: 'in', values: ['Rome'] }]);
  });

  it('are not applied before they are whole', async () => {
    const { scope, bar, events } = await editor();
    await open(bar, 'filter-add');
    await select(bar, 0, 'city');
    expect(part(bar, '.apply').getAttribute('aria-disabled')).to.equal('true');
    part(bar, '.apply').click();
    expect([scope.filters, events.length]).to.eql([undefined, 0]);
  });

  it('can be changed, and removed', async () => {
    const filters = [
      { field: 'city', operator: 'in' as const, values: ['Bonn'] },
      { field: 'source', operator: 'eq' as const, values: ['search'] },
    ];
    const { scope, bar } = await editor('filters', { filters });
    expect(all(bar, '.chip .pick').map(words)[0]).to.equal('City = Bonn');
    all(bar, '.chip .pick')[0]!.click();
    await until(() => bar.shadowRoot!.querySelector('.editor:popover-open'));
    await select(bar, 1, 'not_in');
    part(bar, '.apply').click();
    await bar.updateComplete;
    expect(scope.filters?.[0]).to.eql({ field: 'city', operator: 'not_in', values: ['Bonn'] });
    all(bar, '.chip .tool')[1]!.click();
    await bar.updateComplete;
    expect(scope.filters).to.have.length(1);
    expect(words(part(bar, '.bar > [role=status]'))).to.equal('Filter removed');
    expect(focused(bar)).to.equal(button(bar, 'filter-add'));
  });
});

describe('the value of a filter bar', () => {
  it('sets the scope, of the filters that are shown, and fires nothing', async () => {
    const { scope, bar, events } = await stage('range,os', { environment: 'non_production' });
    bar.value = { start: '2026-11-01', end: '2026-11-07', os: ['iOS'], environment: 'production' };
    expect([scope.range, scope.start, scope.end, scope.os]).to.eql([undefined, '2026-11-01', '2026-11-07', ['iOS']]);
    expect(scope.environment).to.equal('non_production');
    expect(plain(bar.value)).to.eql({ start: '2026-11-01', end: '2026-11-07', os: ['iOS'] });
    expect(events).to.eql([]);
  });

  it('follows what the host sets on the scope', async () => {
    const { scope, bar } = await stage('range');
    scope.range = 'today';
    await untilSeen(bar, 'Today');
    expect(plain(bar.value)).to.eql({ range: 'today' });
  });

  it('may be set before the bar is in a page', async () => {
    const scope = await fixture<MaScope>(html`<ma-scope range="today"></ma-scope>`);
    const bar = document.createElement('ma-filter-bar');
    bar.shows = ['range'];
    bar.value = { range: 'yesterday' };
    scope.append(bar);
    await bar.updateComplete;
    expect(scope.range).to.equal('yesterday');
  });

  it('is kept by the bar itself where there is no scope', async () => {
    const bar = await fixture<MaFilterBar>(
      html`<ma-filter-bar locale="en" shows="range" range="last_7_days"></ma-filter-bar>`,
    );
    await choose(bar, 'range', 'Yesterday');
    expect(plain(bar.value)).to.eql({ range: 'yesterday' });
    expect(words(button(bar, 'range'))).to.contain('Yesterday');
  });
});
