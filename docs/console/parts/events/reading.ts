import { html, nothing, type TemplateResult } from 'lit';
import type { IngestOutcome } from '#engine/index.js';
import type { ConsoleTexts } from '../../texts/texts.js';
import { bytesText, daysText } from './words.js';
import type { Stage } from './stage.js';

type Of<Kind extends Stage['kind']> = Extract<Stage, { kind: Kind }>;

/** How far reading has come. */
export function readingPanel(
  { chosen, progress }: Of<'reading'>,
  texts: ConsoleTexts,
  cancel: () => void,
): TemplateResult {
  const total = progress?.totalBytes ?? chosen.blob.size;
  const bytes = progress?.bytes ?? 0;
  const words = { bytes: bytesText(bytes, texts.locale), total: bytesText(total, texts.locale) };
  return html`
    <section class="panel" aria-busy="true">
      <h1>${texts.pieces('reading.title', { file: html`<bdi>${chosen.name}</bdi>` })}</h1>
      <progress max=${total} value=${bytes} aria-label=${texts.get('reading.title', { file: chosen.name })}></progress>
      <p class="hint numbers">
        ${texts.get('reading.progress', words)} · ${texts.get('reading.rows', { count: progress?.accepted ?? 0 })}
        ${progress?.rejected ? html` · ${texts.get('reading.rejected', { count: progress.rejected })}` : nothing}
      </p>
      <div class="buttons"><button type="button" class="button" @click=${cancel}>${texts.get('cancel')}</button></div>
    </section>
  `;
}

/** What can be done once a file is shown. */
export interface AfterReading {
  open(): void;
  map(): void;
  another(): void;
}

/** What became of a file that was taken. */
export function donePanel(
  { chosen, outcome, facts }: Of<'done'>,
  texts: ConsoleTexts,
  after: AfterReading,
): TemplateResult {
  const count = (value: number | null) => (value === null ? '–' : value.toLocaleString(texts.locale));
  return html`
    <section class="panel">
      <h1 tabindex="-1">${texts.pieces('done.title', { file: html`<bdi>${chosen.name}</bdi>` })}</h1>
      <dl class="facts">
        ${fact(texts.get('done.accepted'), count(outcome.accepted))}
        ${fact(texts.get('done.users'), count(facts.users))}
        ${fact(texts.get('done.rejected'), count(outcome.rejected))}
        ${fact(texts.get('done.duplicate'), count(outcome.duplicate))}
        ${fact(texts.get('done.span'), daysText(facts.days, texts.locale))}
      </dl>
      <div class="buttons">
        <button type="button" class="button primary" @click=${() => after.open()}>${texts.get('done.open')}</button>
        <button type="button" class="button" @click=${() => after.map()}>${texts.get('done.map')}</button>
        <button type="button" class="button" @click=${() => after.another()}>${texts.get('done.other')}</button>
      </div>
    </section>
    ${outcome.rejected > 0 ? rejectionsPanel(outcome, texts) : nothing}
  `;
}

/** The rejected rows with their reasons. */
export function rejectionsPanel({ rejected, rejections }: IngestOutcome, texts: ConsoleTexts): TemplateResult {
  const more = rejected - rejections.length;
  return html`
    <section class="panel">
      <h2 id="rejections">${texts.get('rejections.title')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="rejections">
        <table class="list">
          <thead>
            <tr>
              <th class="row-number" scope="col">${texts.get('rejections.row')}</th>
              <th scope="col">${texts.get('rejections.reason')}</th>
            </tr>
          </thead>
          <tbody>
            ${rejections.map(
              ({ row, reason }) => html`
                <tr>
                  <td class="row-number">${row.toLocaleString(texts.locale)}</td>
                  <td lang="en" dir="ltr">${reason}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
      ${more > 0 ? html`<p class="hint">${texts.get('rejections.more', { count: more })}</p>` : nothing}
    </section>
  `;
}

function fact(name: string, value: string): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;
}
