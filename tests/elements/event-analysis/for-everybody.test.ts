import { expect } from '@open-wc/testing';
import { fileOf } from '../base/asked-list.js';
import { part, seen } from '../base/shown.js';
import { until } from '../base/until.js';
import { eventBackEnd, log } from './event-back-end.js';
import { isAccessible } from '../base/accessible.js';
import { all, pick, analysisOf } from './stage.js';

describe('ma-event-analysis for everybody', () => {
  it('downloads what it shows, unrounded', async () => {
    const { client } = await eventBackEnd();
    const { name, lines } = await fileOf(await analysisOf(client, { groupBy: ['os_name'], measure: 'per_user' }));
    expect(name).to.equal('add_to_cart · Per user by operating system 2026-11-20 2026-11-22.csv');
    expect(lines.slice(lines.indexOf('') + 1, -1).filter((line) => line.includes('Whole range'))).to.eql([
      `iOS,2026-11-20,2026-11-22,Whole range,${5 / 3}`,
      'Android,2026-11-20,2026-11-22,Whole range,1',
    ]);
    expect(lines[0]).to.equal('Event,add_to_cart');
  });

  it('explains what it counts, and asks nothing for that', async () => {
    const { client, asked } = await eventBackEnd();
    const element = await analysisOf(client, { measure: 'users' });
    const before = asked.length;
    part(element, '.tool[aria-label="How it is counted"]').click();
    await until(() => seen(element).includes('How many users reported the event'));
    expect(asked).to.have.length(before);
  });

  it('speaks Chinese and Arabic, and mirrors', async () => {
    const { client } = await eventBackEnd();
    const chinese = await analysisOf(client, { locale: 'zh-CN', groupBy: ['os_name'] });
    expect(seen(chinese)).to.contain('add_to_cart · 总次数，按操作系统');
    const arabic = await analysisOf(client, { locale: 'ar', groupBy: ['os_name'] });
    expect(part(arabic, '.frame').dir).to.equal('rtl');
    expect(pick(arabic, 'event').getBoundingClientRect().left).to.be.greaterThan(
      pick(arabic, 'measure').getBoundingClientRect().left,
    );
  });

  it('keeps everything inside at 280 pixels', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(
      client,
      { groupBy: ['province', 'os_name'], measure: 'sum', field: 'amount' },
      280,
    );
    const { left, right } = part(element, '.frame').getBoundingClientRect();
    const outside = all(element, '.ask *, .bars *').filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && !one.closest('.hidden-text') && (box.left < left - 1 || box.right > right + 1);
    });
    expect(outside.map(({ className }) => className)).to.eql([]);
  });

  it('is accessible, as a chart and as a whole', async () => {
    const { client } = await eventBackEnd(log);
    await isAccessible(await analysisOf(client, { groupBy: ['os_name'], view: 'table' }));
    await isAccessible(await analysisOf(client, { groupBy: ['os_name'], granularity: 'all' }));
  });
});
