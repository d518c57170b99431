import { expect } from '@open-wc/testing';
import { catalogOf } from '#contract/catalog.js';
import { metricById, metrics } from '#contract/metrics.js';
import {
  chosenColumns,
  metricOfColumn,
  offeredColumns,
  pageColumnIds,
  shownFrom,
  unitOfColumn,
  usualColumns,
  usualColumnsAt,
} from '#elements/page-table/page-columns.js';

const catalog = catalogOf({ reports: ['breakdown'] });

describe('the columns of a page table', () => {
  it('are every page metric of the catalogue, the bounces, and the share of visits', () => {
    const ofPages = metrics.filter(({ id, group }) => group === 'page' || id.startsWith('bounce')).map(({ id }) => id);
    expect([...pageColumnIds].sort()).to.deep.equal([...ofPages, 'share'].sort());
  });

  it('are expected to have the units of the catalogue where their head shows one', () => {
    for (const id of pageColumnIds.filter((id) => id !== 'share')) {
      const unit = metricById(id)?.unit;
      expect(unitOfColumn(id, catalog), id).to.equal(unit);
      expect(unitOfColumn(id, undefined), id).to.equal(unit === 'users' ? 'count' : unit);
    }
  });

  it('stand in one order, whatever order they are chosen in, and never without the visits', () => {
    expect(chosenColumns(['exits', 'share', 'nonsense'])).to.deep.equal(['page_visits', 'share', 'exits']);
    expect(chosenColumns([])).to.deep.equal(['page_visits']);
    expect(chosenColumns(usualColumns)).to.deep.equal(usualColumns);
  });

  it('are fewer in less room, with the one that sorts', () => {
    expect(usualColumnsAt(1200, 'page_visits')).to.deep.equal(usualColumns);
    expect(usualColumnsAt(800, 'page_visits')).to.have.length(6);
    expect(usualColumnsAt(400, 'page_visits')).to.have.length(4);
    expect(usualColumnsAt(400, 'bounces')).to.include('bounces');
    for (const [px, width] of [
      [400, 'narrow'],
      [800, 'medium'],
    ] as const) {
      const shown = usualColumns.filter((id) => ['narrow', width].includes(shownFrom(id, 'page_visits')));
      expect([...usualColumnsAt(px, 'page_visits')].sort(), width).to.deep.equal([...shown].sort());
    }
  });

  it('are offered where the back end answers their metric by page', () => {
    const poor = catalog.metrics.filter(({ id }) => id !== 'page_sharers' && id !== 'bounces');
    const some = poor.map((metric) => (metric.id === 'exits' ? { ...metric, reports: [] } : metric));
    expect(offeredColumns(catalog)).to.deep.equal([...pageColumnIds]);
    expect(pageColumnIds.filter((id) => !offeredColumns({ ...catalog, metrics: some }).includes(id))).to.deep.equal([
      'exits',
      'bounces',
      'page_sharers',
    ]);
  });

  it('take the share from the visits', () => {
    expect(metricOfColumn('share')).to.equal('page_visits');
    expect(metricOfColumn('exits')).to.equal('exits');
  });
});
