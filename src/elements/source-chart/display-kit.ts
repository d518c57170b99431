import { html, type TemplateResult } from 'lit';
import { columnChooserStyles } from '../base/column-chooser.styles.js';
import type { SourceChartTexts } from './source-parts.js';
import { type Figures, figureChoices, rowChoices } from './source-words.js';

// What a reader can choose of a chart of sources; loaded when somebody opens it. Its texts came with the chart.
export { sourceChartTexts as texts } from '#i18n/source-chart/section.js';
export { columnChooserStyles as styles };

/** What is chosen, and who is told. */
export interface Display {
  readonly texts: SourceChartTexts;
  readonly figures: Figures;
  readonly limit: number;
  readonly chooseFigures: (figures: Figures) => void;
  readonly chooseLimit: (limit: number) => void;
}

/** What opens at the button: which figures, how many sources. */
export function displayChooser({ texts, figures, limit, chooseFigures, chooseLimit }: Display): TemplateResult {
  const rows = [...new Set([...rowChoices, limit])].sort((a, b) => a - b);
  const option = (group: string, label: string, isChosen: boolean, choose: () => void): TemplateResult =>
    html`<label class="option">
      <input type="radio" name=${group} .checked=${isChosen} @change=${choose} />
      <span>${label}</span>
    </label>`;
  return html`
    <div class="chooser" popover="auto" role="dialog" aria-label=${texts.get('sources.display')} tabindex="-1">
      <div class="scroll">
        <fieldset>
          <legend>${texts.get('sources.figures')}</legend>
          ${figureChoices.map((choice) =>
            option('figures', texts.get(`sources.figures.${choice}`), choice === figures, () => chooseFigures(choice)),
          )}
        </fieldset>
        <fieldset>
          <legend>${texts.get('sources.rows')}</legend>
          ${rows.map((count) =>
            option('rows', new Intl.NumberFormat(texts.locale).format(count), count === limit, () =>
              chooseLimit(count),
            ),
          )}
        </fieldset>
      </div>
    </div>
  `;
}
