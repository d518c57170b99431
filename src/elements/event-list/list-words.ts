import type { EventMessages } from '#i18n/event/section.js';
import type { EventListMessages } from '#i18n/event-list/section.js';
import type { FormMessages } from '#i18n/form/section.js';
import type { TableMessages } from '#i18n/table/section.js';
import type { WidgetTexts } from '../base/texts-controller.js';

/** Keys of everything that a list of events says. */
export type ListMessages = EventListMessages & EventMessages & TableMessages & FormMessages;

/** The texts of a list of events. */
export type ListTexts = WidgetTexts<ListMessages>;
