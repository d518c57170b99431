import type { PageTableMessages } from '#i18n/page-table/section.js';
import type { Texts } from '#i18n/texts.js';
import type { Message } from '../base/message.js';
import type { BodyState } from '../base/widget-state.js';

/** Says the message of a state in words about pages. */
export function pageMessage(
  usual: Message,
  body: BodyState,
  search: string,
  clear: () => void,
  texts: Texts<PageTableMessages>,
): Message {
  switch (body) {
    case 'error':
      return { ...usual, title: texts.get('pages.failed') };
    case 'forbidden':
      return { ...usual, title: texts.get('pages.forbidden') };
    case 'unavailable':
      return { ...usual, hint: texts.get('pages.unavailable') };
    case 'empty':
      return search
        ? {
            icon: 'empty',
            title: texts.get('pages.noMatch', { search }),
            hint: texts.get('pages.noMatchHint'),
            action: { label: texts.get('pages.clear'), run: clear },
          }
        : { ...usual, title: texts.get('pages.empty') };
    default:
      return usual;
  }
}
