import { html, type TemplateResult } from 'lit';
import type { RequestError } from '#client/request-error.js';
import { type DurationPatterns, duration } from '#format/duration.js';
import { textOf } from '#format/parts.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { StateMessages } from '#i18n/state/section.js';
import type { Texts } from '#i18n/texts.js';
import { failureText, problemText } from './explain-failure.js';
import type { Message } from './message.js';
import type { BodyState } from './widget-state.js';

/** What the message of a state needs to know. */
export interface StateFacts {
  readonly texts: Texts<BaseMessages & StateMessages>;
  readonly body: BodyState;
  readonly missing: 'client' | 'app' | 'metric' | undefined;
  readonly error: Error | undefined;
  readonly secondsLeft: number | undefined;
  readonly durations: DurationPatterns;
  readonly retry: () => void;
}

/** The message of a state that has no data to show. A widget may say it better: `{ ...stateMessage(facts), title }`. */
export function stateMessage(facts: StateFacts): Message {
  const { texts, body, missing, error } = facts;
  switch (body) {
    case 'idle':
      return { icon: 'unavailable', title: texts.get('idle.title'), hint: texts.get(`idle.${missing ?? 'client'}`) };
    case 'forbidden':
      return { icon: 'lock', title: texts.get('forbidden.title'), hint: permissionHint(texts, error) };
    case 'unavailable':
      return {
        icon: 'unavailable',
        title: texts.get('unavailable.title'),
        hint: problemText((error as Partial<RequestError> | undefined)?.problem) ?? texts.get('unavailable.hint'),
      };
    case 'limited':
      return {
        icon: 'waiting',
        title: texts.get('limited.title'),
        hint: texts.get('limited.hint', { time: timeLeft(facts) }),
      };
    case 'offline':
      return { icon: 'offline', title: texts.get('offline.title'), hint: texts.get('offline.hint') };
    case 'error':
      return failureMessage(facts);
    default:
      return { icon: 'empty', title: texts.get('empty.title'), hint: texts.get('empty.hint') };
  }
}

/** How long until it asks again. */
export function timeLeft({ secondsLeft = 0, texts, durations }: StateFacts): string {
  return textOf(duration(secondsLeft, texts.locale, { patterns: durations, isBrief: true }));
}

function failureMessage({ texts, error, retry }: StateFacts): Message {
  const id = (error as Partial<RequestError> | undefined)?.requestId;
  return {
    icon: 'warning',
    isAlert: true,
    title: texts.get('error.title'),
    hint: error ? failureText(error, texts) : '',
    action: { label: texts.get('action.retry'), icon: 'refresh', run: retry },
    ...(id && { reference: reference(id, texts) }),
  };
}

function permissionHint(texts: Texts<BaseMessages & StateMessages>, error: Error | undefined): unknown {
  const permission = (error as Partial<RequestError> | undefined)?.problem?.permission;
  if (!permission) return texts.get('forbidden.hint');
  return texts.pieces('forbidden.permission', { permission: html`<code><bdi>${permission}</bdi></code>` });
}

function reference(id: string, texts: Texts<BaseMessages & StateMessages>): TemplateResult {
  const copy = (event: MouseEvent) => {
    const button = event.currentTarget as HTMLElement;
    void navigator.clipboard.writeText(id).then(() => button.setAttribute('data-copied', ''));
  };
  return html`<p class="hint">
    ${texts.pieces('error.request', {
      id: html`<button class="copy" type="button" title=${texts.get('action.copy')} @click=${copy}>
        <bdi>${id}</bdi>
      </button>`,
    })}
  </p>`;
}
