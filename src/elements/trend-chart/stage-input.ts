import type { LitElement } from 'lit';
import type { Granularity } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { Shown } from '../base/asking-element.js';
import type { TrendAnswer, TrendQuestion } from './trend-question.js';
import type { TrendTexts } from './trend-scene.js';

/** What a stage needs of its chart. */
export interface StageHost extends LitElement {
  /** What is shown; a host that does not say shows the chart. */
  view?: 'chart' | 'table';
  granularity: Granularity | undefined;
}

/** What is to be shown. */
export interface StageInput {
  readonly shown: Shown<TrendQuestion, TrendAnswer>;
  readonly texts: TrendTexts;
  readonly formats: Formats;
  readonly isMirrored: boolean;
  readonly label: string | undefined;
  readonly breakdownBy: string | undefined;
  readonly layout: 'lines' | 'multiples';
  readonly difference: boolean;
  /** Draws every line at first, where they were chosen one by one; else the first of many. */
  readonly areChosen: boolean;
  /** Whether the reader may choose the length of a bucket: there is somebody to ask. */
  readonly hasSwitch: boolean;
  /** Lengths of a bucket to choose from; by default those that suit the range. */
  readonly granularities: readonly Granularity[] | undefined;
  /** What the head has beside title, legend and switch. */
  readonly switches: unknown;
}
