import { describe, expect, it } from 'vitest';
import { spreadLabels } from '#charts/spread-labels.js';

describe('spreadLabels', () => {
  it('leaves labels alone that have room', () => {
    expect(spreadLabels([10, 50, 90], 16, 0, 100)).toEqual([10, 50, 90]);
  });

  it('moves two that collide apart equally, in the order given', () => {
    expect(spreadLabels([54, 50], 16, 0, 100)).toEqual([60, 44]);
  });

  it('moves a third that the first two push against', () => {
    expect(spreadLabels([40, 44, 52], 16, 0, 200)).toEqual([29.333333333333332, 45.33333333333333, 61.33333333333333]);
  });

  it('keeps all inside the ends', () => {
    expect(spreadLabels([0, 2, 98, 99], 16, 0, 100)).toEqual([0, 16, 84, 100]);
  });

  it('spreads evenly what cannot fit', () => {
    expect(spreadLabels([5, 5, 5, 5], 16, 0, 30)).toEqual([0, 10, 20, 30]);
  });

  it('places nothing for no labels', () => {
    expect(spreadLabels([], 16, 0, 100)).toEqual([]);
  });
});
