import type { DaysQuery } from '#contract/api.js';
import type { QuestionContext } from './context.js';
import type { Member } from './members.js';
import { readAppTypes, readEnvironment, readProfile, readZone } from './range.js';
import { compact, type Reader } from './reader.js';

/** What a question for the days that hold data can say. */
export const daysMembers: readonly Member[] = ['timezone', 'profile', 'environment', 'app_type'];

/** Reads a question for the days that hold data. */
export function readDaysQuestion(reader: Reader, context: QuestionContext): DaysQuery {
  return compact<DaysQuery>({
    timezone: readZone(reader, context)?.name,
    profile: readProfile(reader, context)?.id,
    environment: readEnvironment(reader),
    app_type: readAppTypes(reader, context),
  });
}
