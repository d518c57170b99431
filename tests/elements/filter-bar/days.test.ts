import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MaFilterBar } from '#elements/filter-bar/filter-bar.element.js';
import { part, untilSeen } from '../base/shown.js';
import {} from './bar-back-end.js';
import { until } from '../base/until.js';
import { all, words, button, focused, type Stage, stage, choose, plain } from './stage.js';

describe('the days of a filter bar', () => {
  const days = (bar: MaFilterBar): HTMLInputElement[] => all(bar, 'input[type=date]') as HTMLInputElement[];
  const set = (input: HTMLInputElement, day: string): void => {
    input.value = day;
    input.dispatchEvent(new Event('change'));
  };
  async function daysOf(name: string): Promise<Stage> {
    const found = await stage('range,compare');
    await choose(found.bar, name, 'Choose days');
    await until(() => found.bar.shadowRoot!.querySelector('.days:popover-open calendar-month'), 'no calendar');
    return found;
  }

  it('begin with those on show, in two fields and a calendar', async () => {
    const { bar } = await daysOf('range');
    expect(days(bar).map(({ value }) => value)).to.eql(['2026-10-23', '2026-11-21']);
    expect(words(part(bar, '.row .hint'))).to.equal('30 days');
    expect((part(bar, 'calendar-range') as unknown as { value: string }).value).to.equal('2026-10-23/2026-11-21');
    expect(focused(bar)).to.equal(days(bar)[0]);
  });

  it('are applied to the scope', async () => {
    const { scope, bar, events } = await daysOf('range');
    set(days(bar)[0]!, '2026-11-19');
    await bar.updateComplete;
    part(bar, '.apply').click();
    await until(() => !bar.shadowRoot!.querySelector('.days'));
    expect([scope.range, scope.start, scope.end]).to.eql([undefined, '2026-11-19', '2026-11-21']);
    expect(words(button(bar, 'range'))).to.equal('Range 19 – 21 Nov 2026');
    expect(plain(events[0]!.value)).to.eql({ start: '2026-11-19', end: '2026-11-21' });
    expect(focused(bar)).to.equal(button(bar, 'range'));
  });

  it('are chosen in the calendar, with keys alone', async () => {
    const { scope, bar } = await daysOf('range');
    const calendar = part(bar, 'calendar-range') as HTMLElement & { focus: () => void };
    await until(() => part(bar, 'calendar-month').shadowRoot?.querySelector('[tabindex="0"]'));
    calendar.focus();
    for (const press of ['Enter', 'ArrowRight', 'ArrowRight', 'Enter']) {
      await sendKeys({ press });
      await new Promise(requestAnimationFrame);
    }
    await until(
      () => days(bar)[1]!.value === '2026-10-25',
      days(bar)
        .map(({ value }) => value)
        .join(),
    );
    part(bar, '.apply').click();
    await bar.updateComplete;
    expect([scope.start, scope.end]).to.eql(['2026-10-23', '2026-10-25']);
  });

  it('with data have a dot, and are told of', async () => {
    const { bar, client } = await daysOf('range');
    expect(client.choices).to.contain('days apps/lantern-tea {"timezone":"Asia/Shanghai"}');
    await untilSeen(bar, 'Days with a dot have data: 19 – 21 Nov 2026.');
    const month = all(bar, 'calendar-month').at(-1)!;
    const dotted = (): string[] =>
      [...month.shadowRoot!.querySelectorAll('[part~=data]')].map((day) => day.textContent ?? '');
    await until(() => dotted().length > 0);
    expect(dotted()).to.eql(['19', '21']);
  });

  it('cannot be none, upside down, to come, or too many', async () => {
    const { scope, bar } = await daysOf('range');
    const cases: [string, string, string][] = [
      ['', '2026-11-21', 'Choose a first and a last day.'],
      ['2026-11-21', '2026-11-20', 'The last day lies before the first.'],
      ['2026-11-20', '2026-11-23', 'The last day has not come yet.'],
      ['2026-08-01', '2026-11-21', 'At most 90 days.'],
    ];
    for (const [start, end, says] of cases) {
      set(days(bar)[0]!, start);
      set(days(bar)[1]!, end);
      await bar.updateComplete;
      expect(words(part(bar, '.row .hint'))).to.equal(says);
      part(bar, '.apply').click();
      expect(scope.start, says).to.equal(undefined);
    }
  });

  it('of a comparison begin with the period before', async () => {
    const { scope, bar } = await daysOf('compare');
    expect(days(bar).map(({ value }) => value)).to.eql(['2026-09-23', '2026-10-22']);
    part(bar, '.apply').click();
    await bar.updateComplete;
    expect([scope.compare, scope.compareStart, scope.compareEnd]).to.eql([undefined, '2026-09-23', '2026-10-22']);
    expect(words(button(bar, 'compare'))).to.equal('Comparison vs 23 Sept – 22 Oct 2026');
  });
});
