import type { DryRun, Permission } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { EventMessages } from '#i18n/event/section.js';
import type { EventBuilderMessages } from '#i18n/event-builder/section.js';
import type { FormMessages } from '#i18n/form/section.js';
import type { ReorderController } from '../base/reorder-controller.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { Draft } from './draft.js';
import type { CheckedField } from './field-lookup.js';
import type { Goal, Saved } from './saving.js';
import type { TestRecordsController } from './test-records-controller.js';

/** Texts that every part of the wizard has. */
export type BuilderMessages = EventBuilderMessages & EventMessages & FormMessages;

/** The texts of the wizard, with those that have come with a part of it. */
export type BuilderTexts<Own = unknown> = WidgetTexts<BuilderMessages & Own>;

/** What every part of the wizard is drawn from. */
export interface StepView<Own = unknown> {
  readonly texts: BuilderTexts<Own>;
  readonly formats: Formats;
  readonly app: string;
  readonly draft: Draft;
  readonly saved: Saved | undefined;
  readonly isReadOnly: boolean;
  /** Something has been filled in that is not saved. */
  readonly isDirty: boolean;
  /** Exactly this configuration has been checked. */
  readonly isChecked: boolean;
  /** What is under way. */
  readonly busy: Goal | 'fields' | undefined;
  /** What publishing lacks; nothing where the caller may. */
  readonly lacks: Permission | undefined;
  /** Pages that were seen in the data. */
  readonly pages: readonly string[];
  readonly reorder: ReorderController;
  readonly fields: readonly CheckedField[];
  /** The dry run of what is saved: asked for, answered, or failed. */
  readonly dryRun: 'pending' | 'failed' | DryRun | undefined;
  /** What has come in; nothing before the step is there that shows it. */
  readonly records: TestRecordsController | undefined;
  /** What is wrong with a field, where it is to be said by now. */
  readonly faultOf: (id: string) => string | undefined;
  /** A value that cures it. */
  readonly cureOf: (id: string) => string | undefined;
  readonly change: (draft: Draft) => void;
  /** A field was left: what is wrong with it may be said. */
  readonly left: (id: string) => void;
  readonly check: () => void;
  readonly runDry: () => void;
  readonly go: (goal: Goal) => void;
}
