import { expect } from '@open-wc/testing';
import { createClient, type Client } from '#client/client.js';
import { RequestError } from '#client/request-error.js';
import { funnelReport, groupOf } from '../../charts/sample-funnel.js';
import { funnelClient } from './funnel-back-end.js';
import { seen, part } from '../base/shown.js';
import { until } from '../base/until.js';
import { steps, all, texts, chartOf, definition, action, isWide } from './stage.js';

describe('ma-funnel-chart', () => {
  it('asks for its steps with filters, window and groups over the range of its scope', async () => {
    const { client, asked } = funnelClient();
    const filters = [{ field: 'os_name', operator: 'in' as const, values: ['iOS'] }];
    await chartOf(client, { steps: [{ event: 'launch', filters }, { event: 'pay' }], window: 60, groupBy: ['city'] });
    expect(asked).to.deep.equal([
      {
        ...{ scope: 'apps/lantern-tea', range: 'last_7_days', window_seconds: 60, group_by: ['city'] },
        steps: [{ event: 'launch', filters }, { event: 'pay' }],
      },
    ]);
  });

  it('says of each step its users and their share, and between two what was lost and how long it took', async () => {
    const element = await chartOf(funnelClient().client, { window: 86_400 });
    expect(texts(element, '.name')).to.deep.equal(['1 launch', '2 page_view', '3 add_to_cart', '4 checkout', '5 pay']);
    expect(texts(element, '.users')).to.deep.equal(['1,000', '800', '300', '240', '216']);
    expect(texts(element, '.of')[0]).to.equal('users start here');
    expect(texts(element, '.of')[4]).to.equal('21.6% of step 1');
    expect(texts(element, '.passage')[0]).to.equal('80.0% go on −200 users median 10 s 90% within 40 s');
    expect(texts(element, '.finish')).to.deep.equal(['21.6% finish all steps']);
    expect(seen(element)).to.include('Each user once, all steps within 1 day');
  });

  it('lets the largest loss stand out, in words too', async () => {
    const element = await chartOf(funnelClient().client, {}, 400);
    const worst = all(element, '.worst');
    expect(worst).to.have.length(1);
    expect(worst[0]!.innerText).to.include('page_view');
    expect(texts(element, '.worst .lost')).to.deep.equal(['−500 users · largest loss']);
  });

  it('stands in columns where they have room, else in rows; rows can be had at any width', async () => {
    expect(isWide(await chartOf(funnelClient().client, {}, 700))).to.equal(true);
    expect(isWide(await chartOf(funnelClient().client, {}, 640))).to.equal(false);
    expect(isWide(await chartOf(funnelClient().client, { layout: 'rows' }, 1000))).to.equal(false);
    expect(isWide(await chartOf(funnelClient().client, { layout: 'spiral' as never }, 1000))).to.equal(true);
  });

  it('needs more room for ten columns than for five', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => [`step_${index}`, 100 - index] as const);
    const data = funnelReport(Object.fromEntries(ten));
    expect(isWide(await chartOf(undefined, { data }, 1000))).to.equal(false);
    const element = await chartOf(undefined, { data }, 1240);
    expect(isWide(element)).to.equal(true);
  });

  it('asks a second question about the range before, and shows both', async () => {
    const { client, asked } = funnelClient();
    const element = await chartOf(client, { compare: ['previous_period'] });
    expect(asked[1]).to.deep.include({ start: '2026-11-08', end: '2026-11-14', scope: 'apps/lantern-tea' });
    expect(asked[1]).not.to.have.property('range');
    expect(texts(element, '.users')).to.deep.equal(['1,000 +100%', '800 +100%', '300 +50%', '240 +100%', '216 +140%']);
    expect(texts(element, '.finish')[0]).to.equal('21.6% finish all steps +20%');
    expect(seen(element)).to.include('against 8 – 14 Nov 2026');
    expect(all(element, '.slope .dashed')).to.have.length(4);
    expect(part(element, '.users small').title).to.include('500');
  });

  it('shows its own figures where those before cannot be had, and says so', async () => {
    const refused = new RequestError('problem', 'No', { status: 400 });
    const { client } = funnelClient({
      funnel: ({ start }) => (start ? Promise.reject(refused) : funnelReport()),
    });
    const element = await chartOf(client, { compare: ['previous_period'] });
    expect(texts(element, '.users')[0]).to.equal('1,000');
    expect(seen(element)).to.include('The comparison could not be loaded.');
  });

  it('reads a saved funnel by its id, and takes its name, steps and window', async () => {
    const paths: string[] = [];
    const respond = async (request: Request): Promise<Response> => {
      const { pathname } = new URL(request.url);
      paths.push(`${request.method} ${pathname}`);
      const saved = {
        ...{ id: 'f1', name: 'Menu to payment', steps: steps.slice(0, 2), window_seconds: 3600, group_by: [] },
        ...{ created_at: '2026-11-01T00:00:00Z', updated_at: '2026-11-01T00:00:00Z', updated_by: 'Mei' },
      };
      if (pathname.endsWith('/events')) return Response.json({ definitions: [definition], observed: [], row_count: 1 });
      if (pathname.endsWith('/funnels/f1')) return Response.json(saved, { headers: { ETag: '"v1"' } });
      if (pathname.endsWith('/reports/funnel')) {
        const { window_seconds } = (await request.json()) as { window_seconds: number };
        expect(window_seconds).to.equal(3600);
        return Response.json(funnelReport({ launch: 10, page_view: 4 }));
      }
      return Response.json({ title: 'Not found', code: 'not_found', status: 404 }, { status: 404 });
    };
    const client = createClient({ baseUrl: 'https://x.example', fetch: respond });
    const element = await chartOf(client, { funnelId: 'f1', steps: undefined });
    await until(() => texts(element, '.name')[0] === '1 Start the app', 'Its event is never called by its definition');
    expect(part(element, 'h2').innerText).to.equal('Menu to payment');
    expect(texts(element, '.users')).to.deep.equal(['10', '4']);
    expect(seen(element)).to.include('within 1 hour');
    const gone = await chartOf(client, { funnelId: 'f2' });
    await until(() => seen(gone).includes('This funnel is not there any more'));
    expect(paths).to.include('GET /v1/apps/lantern-tea/funnels/f2');
  });

  it('shows a report given as data, with the one before, and asks nobody', async () => {
    const element = await chartOf(undefined, {
      ...{ data: funnelReport({ a: 4, b: 2 }), dataBefore: funnelReport({ a: 2, b: 2 }), steps: undefined },
    });
    expect(texts(element, '.users')).to.deep.equal(['4 +100%', '2 0%']);
    expect(all(element, '.choose')).to.have.length(0);
  });

  it('is an error of its own where the data has another shape', async () => {
    const element = await chartOf(undefined, { data: { meta: {} } as never });
    await until(() => all(element, '[role=alert]').length === 1);
  });
});

describe('groups of a funnel', () => {
  const groups = ['iOS', 'Android', 'HarmonyOS', 'Windows', 'macOS', null].map((os, index) =>
    groupOf([os], { launch: 60 - index * 10, page_view: 30 - index * 5 }),
  );
  const client = (): Client =>
    funnelClient({ funnel: () => funnelReport({ launch: 210, page_view: 105 }, groups) }).client;
  const two = steps.slice(0, 2);

  it('stand side by side at each step, the first four, with a legend of who comes through', async () => {
    const element = await chartOf(client(), { steps: two, groupBy: ['os_name'] });
    expect(texts(element, '.legend li')).to.deep.equal([
      'iOS 50.0%',
      'Android 50.0%',
      'HarmonyOS 50.0%',
      'Windows 50.0%',
    ]);
    expect(all(element, '.step:first-child .group')).to.have.length(4);
    expect(all(element, '.slope')).to.have.length(0);
    expect(texts(element, '.pick')[0]).to.match(/4 of 6 groups$/);
  });

  it('are chosen from all of them', async () => {
    const element = await chartOf(client(), { steps: two, groupBy: ['os_name'] });
    part(element, '.pick').click();
    await until(() => all(element, '[role=option]').length === 6);
    expect(texts(element, '[role=option]').at(-1)).to.equal('Not set 10');
    all(element, '[role=option]')[0]!.click();
    all(element, '[role=option]').at(-1)!.click();
    await until(() => all(element, '.legend li').length === 4);
    expect(texts(element, '.legend li').at(-1)).to.equal('Not set 50.0%');
    expect(texts(element, '.legend li')[0]).to.equal('Android 50.0%');
  });

  it('are all in the table', async () => {
    const element = await chartOf(client(), { steps: two, groupBy: ['os_name'], view: 'table' });
    expect(texts(element, 'tr.part')).to.deep.equal([
      ...['All users', 'iOS', 'Android', 'HarmonyOS', 'Windows', 'macOS', 'Not set'],
    ]);
    expect(all(element, 'tbody tr:not(.part)')).to.have.length(14);
  });
});

describe('the table of a funnel', () => {
  it('is one button away, with heads and every figure', async () => {
    const element = await chartOf(funnelClient().client);
    action(element, 'Show as table').click();
    await element.updateComplete;
    expect(texts(element, 'thead th')).to.deep.equal([
      ...['Step', 'Users', 'Of step 1', 'Of step before', 'Lost', 'Median time', '90% within'],
    ]);
    expect(texts(element, 'tbody tr')[2]).to.equal('Step 3 add_to_cart 300 30.0% 37.5% 500 20.0 s 1 min 20 s');
    expect(all(element, 'tbody th[scope=row]')).to.have.length(5);
    action(element, 'Show as chart').click();
    await element.updateComplete;
    expect(all(element, '.step')).to.have.length(5);
  });

  it('has the figures before where it is compared', async () => {
    const element = await chartOf(funnelClient().client, { view: 'table', compare: ['previous_period'] });
    expect(texts(element, 'thead th').slice(-2)).to.deep.equal(['Users before', 'Change']);
    expect(texts(element, 'tbody tr')[0]).to.match(/500 \+100%$/);
  });
});
