import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MaPageTable } from '#elements/page-table/page-table.element.js';
import { listOf, pageClient } from './page-back-end.js';
import { root, all, one, text, rows, until, next, isSettled, tableOf, after, head, sortBy } from './stage.js';

describe('sorting a page table', () => {
  it('asks the back end, highest first, then lowest first', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    expect(head(table, 'Visits').getAttribute('aria-sort')).to.equal('descending');
    const fired = next(table, 'sort-change');
    await sortBy(table, 'Exits');
    expect((await fired).order).to.equal('-exits');
    expect(asked.at(-1)?.order).to.equal('-exits');
    expect(head(table, 'Exits').getAttribute('aria-sort')).to.equal('descending');
    expect(head(table, 'Visits').hasAttribute('aria-sort')).to.equal(false);
    await sortBy(table, 'Exits');
    expect(asked.at(-1)?.order).to.equal('exits');
    expect(head(table, 'Exits').getAttribute('aria-sort')).to.equal('ascending');
  });

  it('is told to assistive technology', async () => {
    const table = await tableOf(pageClient().client);
    await sortBy(table, 'Exits');
    expect(all(table, '[role=status]').map((status) => text(status))).to.include('Sorted by Exits, Highest first');
  });

  it('works by key, and keeps the focus', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    head(table, 'Entries').querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    // A driver may resolve before the page has seen the key.
    await until(table, () => asked.at(-1)?.order === '-entries' && isSettled(table)());
    expect(text(root(table).activeElement!)).to.equal('Entries');
  });

  it('is kept on a refresh', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    await sortBy(table, 'Exits');
    await after(table, () => table.refresh());
    expect(asked.at(-1)).to.include({ order: '-exits', refresh: true });
    expect(head(table, 'Exits').getAttribute('aria-sort')).to.equal('descending');
  });

  it('keeps the rows, dimmed, until the answer is there', async () => {
    let answer = (): void => undefined;
    const list = listOf(20);
    const table = await tableOf(
      pageClient(async (query) => {
        if (query.order !== '-page_visits') await new Promise<void>((resolve) => (answer = resolve));
        return list(query);
      }).client,
    );
    head(table, 'Exits').querySelector('button')!.click();
    await until(table, () => !isSettled(table)());
    expect(one(table, '.body').classList.contains('dimmed')).to.equal(true);
    expect(rows(table)).to.have.length(10);
    await after(table, answer);
    expect(one(table, '.body').classList.contains('dimmed')).to.equal(false);
  });

  it('is not offered for the share, which the visits sort', async () => {
    const table = await tableOf(pageClient().client);
    expect(head(table, 'Share').querySelector('button')).to.equal(null);
  });
});

describe('searching a page table', () => {
  const input = (table: MaPageTable): HTMLInputElement => one(table, 'input[type=search]') as HTMLInputElement;
  /** Types letter by letter, faster than anybody. */
  const type = (table: MaPageTable, words: string): void => {
    for (let length = 1; length <= words.length; length++) {
      input(table).value = words.slice(0, length);
      input(table).dispatchEvent(new Event('input'));
    }
  };

  it('asks once for what was typed', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    const fired = next(table, 'search-change');
    type(table, 'p22');
    expect((await fired).search).to.equal('p22');
    await after(table, () => undefined);
    expect(asked.map(({ search }) => search)).to.deep.equal([undefined, 'p22']);
    expect(text(one(table, '.context'))).to.match(/^7 pages match “p22”/);
  });

  it('does not wait after Enter', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    type(table, 'p22');
    await after(table, () => void input(table).dispatchEvent(new Event('change')));
    expect(asked.at(-1)?.search).to.equal('p22');
  });

  it('says when nothing matches, and lets one clear the search', async () => {
    const table = await tableOf(pageClient().client, { search: 'matcha' });
    expect(text(one(table, '.message .title'))).to.equal('No page matches “matcha”');
    await after(table, () => one(table, '.message button').click());
    expect(table.search).to.equal('');
    expect(rows(table)).to.have.length(10);
    expect((one(table, 'input[type=search]') as HTMLInputElement).value).to.equal('');
  });

  it('leaves no timer behind', async () => {
    const table = await tableOf(pageClient().client);
    const { setTimeout: set, clearTimeout: clear } = window;
    const running = new Set<unknown>();
    Object.assign(window, {
      setTimeout: (...[callback, ms]: Parameters<typeof set>) => {
        const timer = set(callback, ms);
        running.add(timer);
        return timer;
      },
      clearTimeout: (timer: number) => {
        running.delete(timer);
        clear(timer);
      },
    });
    type(table, 'p2');
    expect(running.size).to.equal(1);
    table.remove();
    Object.assign(window, { setTimeout: set, clearTimeout: clear });
    expect(running.size).to.equal(0);
    expect(table.search).to.equal('');
  });
});
