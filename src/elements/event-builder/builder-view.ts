import type { Formats } from '#format/formats.js';
import type { EventMessages } from '#i18n/event/section.js';
import type { EventBuilderMessages } from '#i18n/event-builder/section.js';
import type { FormMessages } from '#i18n/form/section.js';
import type { ReorderController } from '../base/reorder-controller.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { Draft } from './draft.js';

/** The texts of the wizard. */
export type BuilderTexts = WidgetTexts<EventBuilderMessages & EventMessages & FormMessages>;

/** What every part of the wizard is drawn from. */
export interface BuilderView {
  readonly texts: BuilderTexts;
  readonly formats: Formats;
  readonly draft: Draft;
  /** Nothing is saved yet, so that the names can be chosen. */
  readonly isNew: boolean;
  readonly isReadOnly: boolean;
  /** Pages that were seen in the data. */
  readonly pages: readonly string[];
  readonly reorder: ReorderController;
  /** What is wrong with a field, where it is to be said by now. */
  readonly faultOf: (id: string) => string | undefined;
  /** A value that cures it. */
  readonly cureOf: (id: string) => string | undefined;
  readonly change: (draft: Draft) => void;
  /** A field was left: what is wrong with it may be said. */
  readonly left: (id: string) => void;
}
