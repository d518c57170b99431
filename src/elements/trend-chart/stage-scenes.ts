import type { TrendReport } from '#contract/api.js';
import { keepLast } from './keep-last.js';
import type { StageInput } from './stage-input.js';
import { type Scene, trendScene } from './trend-scene.js';

/** The scenes of an answer, the whole of it and a stretch; the same objects as long as they say the same. */
export class StageScenes {
  #input: StageInput | undefined;
  #switched: ReadonlyMap<string, boolean> = new Map();
  readonly #wholeOf = this.#maker();
  readonly #cutOf = this.#maker();
  /** Totals are those of the whole range. */
  readonly #answerOf = keepLast((shown: StageInput['shown'], trend: TrendReport) => ({
    ...shown,
    answer: { trend, summary: undefined },
  }));

  /** The scene of a part of the report, or of all of it. */
  of(input: StageInput, trend: TrendReport): Scene {
    const { shown, texts, breakdownBy, areChosen } = input;
    this.#input = input;
    const isWhole = trend === shown.answer.trend;
    const make = isWhole ? this.#wholeOf : this.#cutOf;
    return make(isWhole ? shown : this.#answerOf(shown, trend), texts, breakdownBy, this.#switched, areChosen);
  }

  /** Switches a line on or off, whatever report comes next. */
  switch(id: string, isOn: boolean): void {
    this.#switched = new Map([...this.#switched, [id, isOn]]);
  }

  #maker() {
    return keepLast(
      (
        { answer, catalog }: StageInput['shown'],
        texts: StageInput['texts'],
        breakdownBy: string | undefined,
        switched: ReadonlyMap<string, boolean>,
        areChosen: boolean,
      ) => trendScene({ answer, catalog, texts, formats: this.#input!.formats, breakdownBy, switched, areChosen }),
    );
  }
}

/** Names the time that was asked about. It stays the same while that goes on by the clock. */
export function timeOf({ question, answer }: StageInput['shown']): string {
  const { range: whole, granularity, timezone } = answer.trend.meta;
  const asked = question?.trend;
  const { start = '', end = '' } = asked?.start ? asked : (whole ?? {});
  // instants, and days that nobody named one by one, move on
  const isMoving = !asked?.start || start.includes('T');
  const length = isMoving ? Date.parse(end) - Date.parse(start) : [start, end];
  return JSON.stringify([asked?.range ?? length, granularity, timezone]);
}
