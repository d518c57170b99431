import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { barList, type BarListView } from '#elements/base/bar-list.js';
import { barListStyles } from '#elements/base/bar-list.styles.js';
import { frameStyles } from '#elements/base/frame.styles.js';
import { longName } from '#elements/base/long-name.js';
import { longNameStyles } from '#elements/base/long-name.styles.js';
import { tokens } from '#theme/tokens.js';
import { isAccessible } from './accessible.js';
import { all } from './parts.js';

class BarListFixture extends LitElement {
  static override styles = [...tokens, frameStyles, barListStyles, longNameStyles];
  view!: BarListView;
  override render(): TemplateResult {
    return html`<section class="frame" dir=${this.dir || 'ltr'}>${barList(this.view)}</section>`;
  }
}
customElements.define('bar-list-fixture', BarListFixture);

const view: BarListView = {
  label: 'Top visited pages, 24 Oct – 22 Nov 2026',
  name: 'Page',
  columns: [
    { id: 'value', head: 'Visits' },
    { id: 'share', head: 'Share', isQuiet: true },
    { id: 'users', head: 'Users', from: 'wide' },
  ],
  rows: [
    { name: 'pages/home', length: 1, before: 0.5, cells: ['331,723', '24.6%', '214,015'] },
    { name: 'pages/cart', length: 0.25, cells: ['82,931', '6.1%', '71,001'] },
    { name: 'pages/none', length: 0, cells: ['0', '0.0%', '0'] },
    { name: '216 others', length: 0.1, cells: ['33,172', '2.5%', '9'], kind: 'others' },
    { name: 'Total', cells: ['1,348,469', '100.0%', '300,000'], kind: 'total' },
  ],
  size: 5,
};

async function listOf(changes: Partial<BarListView> = {}, width = 800, dir = 'ltr'): Promise<BarListFixture> {
  const box = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const list = new BarListFixture();
  list.view = { ...view, ...changes };
  list.dir = dir;
  box.append(list);
  await list.updateComplete;
  return list;
}
const box = (list: BarListFixture, selector: string, index = 0): DOMRect =>
  all(list, selector)[index]!.getBoundingClientRect();

describe('a list of bars', () => {
  it('is a table whose rows and columns have heads', async () => {
    const list = await listOf();
    expect(all(list, 'table')[0]!.getAttribute('aria-label')).to.equal('Top visited pages, 24 Oct – 22 Nov 2026');
    expect(all(list, 'thead th').map(({ textContent }) => textContent)).to.eql(['Page', 'Visits', 'Share', 'Users']);
    const [first] = all(list, 'tbody tr');
    expect(first!.innerText.split(/\s+/)).to.eql(['pages/home', '331,723', '24.6%', '214,015']);
    expect(all(list, 'tbody th').every((th) => (th as HTMLTableCellElement).scope === 'row')).to.equal(true);
    await isAccessible(list);
  });

  it('draws each bar as long as its share of the longest, and none for zero', async () => {
    const list = await listOf();
    const track = box(list, '.bar-track').width;
    expect(all(list, '.bar').map((bar) => bar.getBoundingClientRect().width / track)).to.have.length(3);
    expect(box(list, '.bar').width).to.be.closeTo(track, 0.5);
    expect(box(list, '.bar', 1).width).to.be.closeTo(track / 4, 0.5);
  });

  it('marks where the bar ended before', async () => {
    const list = await listOf();
    const track = box(list, '.bar-track');
    expect(box(list, '.bar-before').left - track.left).to.be.closeTo(track.width / 2, 0.5);
  });

  it('begins at the right where one reads from there, with digits under digits', async () => {
    const list = await listOf({}, 800, 'rtl');
    expect(box(list, '.bar', 1).right).to.be.closeTo(box(list, '.bar').right, 0.5);
    expect(box(list, 'td').left).to.be.lessThan(box(list, '.bar').left);
    const ends = all(list, 'tbody tr:nth-child(-n + 2) td:nth-child(2) bdi').map((bdi) => {
      const range = document.createRange();
      range.selectNodeContents(bdi);
      return range.getBoundingClientRect().right;
    });
    expect(ends[0]!).to.be.closeTo(ends[1]!, 0.5);
  });

  it('leaves out further columns where there is less room', async () => {
    expect(all(await listOf({}, 642), 'thead .from-wide')[0]!.offsetWidth).to.be.greaterThan(0);
    expect(all(await listOf({}, 641), 'thead .from-wide')[0]!.offsetWidth).to.equal(0);
  });

  it('is as high as skeleton and message will have it', async () => {
    const { height } = box(await listOf(), '.bars');
    expect(box(await listOf({ rows: undefined }), '.bars').height).to.be.closeTo(height, 1.5);
    expect(box(await listOf({ message: 'No data' }), '.bars-said').height).to.be.closeTo(height, 1.5);
    expect(all(await listOf({ rows: undefined }), 'table')[0]!.getAttribute('aria-hidden')).to.equal('true');
  });

  it('puts bars into a lane beside the names where the theme has one', async () => {
    const list = await listOf();
    list.style.setProperty('--ma-theme-lane', '96px');
    expect(box(list, '.bar').width).to.be.closeTo(96, 0.5);
    expect(box(list, '.bar').height).to.be.closeTo(8, 0.5);
    expect(box(list, '.bar').right).to.be.closeTo(box(list, 'tbody th').right, 0.5);
  });
});

describe('a long name', () => {
  const path = 'packageCampaign/pages/autumn-harvest-2026/osmanthus/article?id=9&creative=b7';
  const withName = (choose?: () => void) =>
    listOf({ rows: [{ name: longName({ text: path, notSet: 'Not set', isPath: true, choose }), cells: [] }] }, 320);

  it('is cut in the middle, whole to assistive technology, and shows whole on focus', async () => {
    const list = await withName();
    expect(box(list, '.short').width).to.be.lessThan(320);
    expect(all(list, '.short')[0]!.textContent).to.equal(path);
    const [name] = all(list, '.path');
    expect(name!.tabIndex).to.equal(0);
    expect(getComputedStyle(all(list, '.whole')[0]!).display).to.equal('none');
    expect(all(list, '.whole')[0]!.textContent).to.equal(path);
  });

  it('is a button where it can be chosen', async () => {
    let chosen = 0;
    const list = await withName(() => chosen++);
    all(list, 'button.path')[0]!.click();
    expect(chosen).to.equal(1);
  });

  it('says what was not set', async () => {
    const list = await listOf({ rows: [{ name: longName({ text: null, notSet: 'Not set' }), cells: [] }] });
    expect(all(list, 'tbody th')[0]!.innerText.trim()).to.equal('Not set');
  });
});
