import type { DryRun, FieldType, Permission } from '#contract/api.js';
import type { EventTestMessages } from '#i18n/event-test/section.js';
import type { EventMessages } from '#i18n/event/section.js';
import type { EventBuilderMessages } from '#i18n/event-builder/section.js';
import type { FormMessages } from '#i18n/form/section.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { BuilderView } from './builder-view.js';
import type { CheckedField } from './field-lookup.js';
import type { Goal, Saved } from './saving.js';
import type { TestRecordsController } from './test-records-controller.js';

/** A dry run: asked for, answered, or failed. */
export type DryRunState = 'pending' | 'failed' | DryRun | undefined;

/** What the later steps are drawn from. */
export interface LaterView extends Omit<BuilderView, 'texts'> {
  readonly texts: WidgetTexts<EventBuilderMessages & EventMessages & FormMessages & EventTestMessages>;
  readonly app: string;
  readonly saved: Saved | undefined;
  readonly isDirty: boolean;
  readonly isChecked: boolean;
  readonly busy: Goal | 'fields' | undefined;
  readonly fields: readonly CheckedField[];
  /** What publishing lacks; nothing where the caller may. */
  readonly lacks: Permission | undefined;
  readonly dryRun: DryRunState;
  readonly records: TestRecordsController;
  readonly check: () => void;
  readonly retype: (field: string, type: FieldType) => void;
  readonly runDry: () => void;
  readonly go: (goal: Goal) => void;
}
