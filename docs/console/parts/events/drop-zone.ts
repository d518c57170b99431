import { html, type TemplateResult } from 'lit';
import { samples, type Sample } from '../../samples.js';
import type { ConsoleTexts } from '../../texts/texts.js';

/** What choosing a file or a sample leads to. */
export interface Choosing {
  choose(file: File): void;
  take(sample: Sample): void;
}

/** Where a file is dropped or chosen, and the samples. */
export function dropZone(texts: ConsoleTexts, choosing: Choosing): TemplateResult {
  return html`
    <section class="panel">
      <h1>${texts.get('events.title')}</h1>
      <p class="lead">${texts.get('events.lead')}</p>
      <div class="drop" @dragover=${over} @dragleave=${leave} @drop=${(event: DragEvent) => drop(event, choosing)}>
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 10.5V2.8M4.9 5.7 8 2.6l3.1 3.1M2.8 10.2v3h10.4v-3" />
        </svg>
        <b>${texts.get('events.drop')}</b>
        <label class="button">
          <input
            class="file"
            type="file"
            accept=".ndjson,.jsonl,.json,.csv,.gz"
            @change=${({ target }: Event) => {
              const input = target as HTMLInputElement;
              if (input.files?.[0]) choosing.choose(input.files[0]);
              input.value = '';
            }}
          />
          <span>${texts.get('events.choose')}</span>
        </label>
        <p class="hint">${texts.get('events.formats')}</p>
        <p class="hint">${texts.get('events.needs')}</p>
      </div>
    </section>
    <section class="panel">
      <h2>${texts.get('events.samples')}</h2>
      <div class="samples">${samples.map((sample) => card(sample, texts, choosing))}</div>
    </section>
  `;
}

function card(sample: Sample, texts: ConsoleTexts, choosing: Choosing): TemplateResult {
  const title = texts.get(`sample.${sample.id}`);
  return html`
    <div class="sample">
      <h3>${title}</h3>
      <p class="hint">${texts.get(`sample.${sample.id}.about`)}</p>
      <div class="foot">
        <span><bdi>${sample.origin}</bdi> · <bdi>${texts.get('sample.licence')}</bdi></span>
        <button
          type="button"
          class="button"
          aria-label=${`${texts.get('sample.use')}: ${title}`}
          @click=${() => choosing.take(sample)}
        >
          ${texts.get('sample.use')}
        </button>
      </div>
    </div>
  `;
}

function over(event: DragEvent): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).classList.add('over');
}

function leave({ currentTarget }: DragEvent): void {
  (currentTarget as HTMLElement).classList.remove('over');
}

function drop(event: DragEvent, choosing: Choosing): void {
  event.preventDefault();
  leave(event);
  const file = event.dataTransfer?.files[0];
  if (file) choosing.choose(file);
}
