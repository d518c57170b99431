import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SourceTrendMessages } from '#i18n/source-trend/section.js';
import { icon } from '../base/icons.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { MOST_SOURCES } from './source-question.js';

/** A source that can be chosen. */
export interface SourceChoice {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** What the chooser shows, and who is told. */
export interface SourceChooser {
  readonly texts: WidgetTexts<SourceTrendMessages>;
  /** Nothing while they are loading. */
  readonly choices: readonly SourceChoice[] | undefined;
  readonly hasFailed: boolean;
  readonly search: string;
  readonly chosen: readonly string[];
  readonly isUsual: boolean;
  readonly find: (search: string) => void;
  /** Nothing for the most frequent. */
  readonly choose: (sources: readonly string[] | undefined) => void;
  readonly retry: () => void;
}

/** More than this are searched and not only looked through. */
const SEARCHED = 12;

/** What opens at the button: every source of the range, with its value, to be ticked. */
export function sourceChooser(of: SourceChooser): TemplateResult {
  const { texts, choices, search, isUsual } = of;
  return html`<div
    class="chooser"
    popover="auto"
    role="dialog"
    aria-label=${texts.get('sourceTrend.choose')}
    aria-busy=${!choices && !of.hasFailed}
    tabindex="-1"
  >
    ${
      choices && choices.length > SEARCHED
        ? html`<label class="search">
            ${icon('search')}
            <input
              type="search"
              autocomplete="off"
              spellcheck="false"
              aria-label=${texts.get('sourceTrend.search')}
              placeholder=${texts.get('sourceTrend.search')}
              .value=${search}
              @input=${(event: Event) => of.find((event.target as HTMLInputElement).value)}
            />
          </label>`
        : nothing
    }
    <div class="scroll">${options(of)}</div>
    <div class="ends-with">
      <span class="muted">${texts.get('sourceTrend.most', { count: MOST_SOURCES })}</span>
      <button class="button" type="button" ?disabled=${isUsual} @click=${() => of.choose(undefined)}>
        ${texts.get('sourceTrend.usual')}
      </button>
    </div>
  </div>`;
}

function options(of: SourceChooser): TemplateResult {
  const { texts, choices, hasFailed, search } = of;
  if (hasFailed) {
    return html`<p class="says" role="alert">${texts.get('sourceTrend.failed')}</p>
      <button class="button" type="button" @click=${of.retry}>${texts.get('action.retry')}</button>`;
  }
  if (!choices) {
    return html`<p class="hidden-text" role="status">${texts.get('sourceTrend.loading')}</p>
      ${Array.from({ length: 8 }, () => html`<i class="bone option-bone" aria-hidden="true"></i>`)}`;
  }
  const looked = search.trim().toLocaleLowerCase(texts.locale);
  const found = choices.filter(({ name }) => name.toLocaleLowerCase(texts.locale).includes(looked));
  if (found.length === 0) {
    return html`<p class="says" role="status">${texts.get(looked ? 'sourceTrend.noMatch' : 'sourceTrend.none')}</p>`;
  }
  return html`${repeat(
    found,
    ({ key }) => key,
    (choice) => option(choice, of),
  )}`;
}

function option({ key, name, value }: SourceChoice, { chosen, choose }: SourceChooser): TemplateResult {
  const isOn = chosen.includes(key);
  // the last one stays: a chart of no source is no chart
  const isFixed = isOn ? chosen.length === 1 : chosen.length >= MOST_SOURCES;
  const toggle = (): void => choose(isOn ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return html`<label class="option">
    <input type="checkbox" .checked=${isOn} ?disabled=${isFixed} @change=${toggle} />
    <bdi class="name" title=${name}>${name}</bdi><bdi class="muted">${value}</bdi>
  </label>`;
}
