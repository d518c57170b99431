import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MaRetentionGrid } from '#elements/retention-grid/retention-grid.element.js';
import { retentionClient } from './retention-back-end.js';
import { root, all, one, seen, cell, until, isSettled, gridOf, action } from './stage.js';

describe('a retention grid by keyboard', () => {
  const press = async (element: MaRetentionGrid, ...keys: string[]): Promise<void> => {
    for (const key of keys) {
      root(element).activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
      await element.updateComplete;
    }
  };
  const at = (element: MaRetentionGrid): string => {
    const { row, column } = (root(element).activeElement as HTMLElement).dataset;
    return `${row},${column}`;
  };

  it('is one stop of the Tab key, and is walked with arrows, Home and End', async () => {
    const element = await gridOf(retentionClient().client);
    expect(all(element, 'td[tabindex="0"]')).to.deep.equal([cell(element, 0, 0)]);
    cell(element, 0, 0).focus();
    await press(element, 'ArrowDown', 'ArrowRight');
    expect(at(element)).to.equal('1,1');
    expect(all(element, 'td[tabindex="0"]')).to.deep.equal([cell(element, 1, 1)]);
    await press(element, 'End');
    expect(at(element)).to.equal('1,2');
    await press(element, 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(at(element)).to.equal('4,2');
    await press(element, 'Home', 'ArrowUp');
    expect(at(element)).to.equal('3,0');
  });

  it('walks the other way from right to left', async () => {
    const element = await gridOf(retentionClient().client, { locale: 'ar' });
    await until(element, () => one(element, '.frame').dir === 'rtl' && all(element, 'td[tabindex="0"]').length === 1);
    cell(element, 0, 0).focus();
    await press(element, 'ArrowLeft');
    expect(at(element)).to.equal('0,1');
  });

  it('takes the tip away with Escape, and keeps the focus', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 1, 0).focus();
    await element.updateComplete;
    expect(all(element, '.tooltip')).to.have.length(1);
    await press(element, 'Escape');
    expect(all(element, '.tooltip')).to.have.length(0);
    expect(at(element)).to.equal('1,0');
  });

  it('works with real keys', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 0, 0).focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(element, () => root(element).activeElement === cell(element, 1, 0));
  });

  it('keeps the place when it is refreshed', async () => {
    const { client, asked } = retentionClient();
    const element = await gridOf(client);
    cell(element, 2, 1).focus();
    element.refresh();
    await until(element, () => asked.length === 2);
    await until(element, isSettled(element));
    expect(asked[1]?.refresh).to.equal(true);
    expect(at(element)).to.equal('2,1');
    expect(cell(element, 2, 1).tabIndex).to.equal(0);
  });
});

describe('the curve of a retention grid', () => {
  it('draws the average and each cohort, in place of the grid', async () => {
    const element = await gridOf(retentionClient().client);
    action(element, 'Show as curve').click();
    await until(element, () => all(element, '.curve path').length > 0);
    expect(element.view).to.equal('curve');
    expect(all(element, 'path.ink')).to.have.length(1);
    expect(all(element, 'path.thin')).to.have.length(4);
    expect(all(element, '.period').map((period) => seen(period))).to.deep.equal([
      'Week 1 25.00%',
      'Week 2 15.00%',
      'Week 3 –',
    ]);
    action(element, 'Show as grid').click();
    await until(element, () => all(element, 'table[role=grid]').length === 1);
  });

  it('is read with the arrow keys, aloud', async () => {
    const element = await gridOf(retentionClient().client, { view: 'curve' });
    await until(element, () => all(element, '.curve path').length > 0);
    const curve = one(element, '.curve');
    curve.focus();
    await element.updateComplete;
    curve.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    await element.updateComplete;
    expect(one(element, '[aria-live]').textContent?.trim()).to.equal(
      '26 Oct – 1 Nov, Week 1: 30.00%, 300 of 1,000 users',
    );
    expect(seen(one(element, '.tooltip'))).to.equal('26 Oct – 1 Nov · Week 1 30.00% 300 of 1,000 users');
    expect(all(element, 'path.chosen')).to.have.length(1);
  });

  it('finds the nearest point under the pointer', async () => {
    const element = await gridOf(retentionClient().client, { view: 'curve' });
    await until(element, () => all(element, '.curve path').length > 0);
    const plot = one(element, '.plot');
    const { left, top, width } = plot.getBoundingClientRect();
    const to = { clientX: left + width * 0.48, clientY: top, bubbles: true };
    plot.dispatchEvent(new PointerEvent('pointermove', to));
    await element.updateComplete;
    expect(seen(one(element, '.tooltip'))).to.include('26 Oct – 1 Nov · Week 2 20.00%');
  });
});
