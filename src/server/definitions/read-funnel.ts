import type { SavedFunnelInput } from '#contract/api.js';
import { maxFunnelNameLength } from '#contract/definition-vocabulary.js';
import { catalogOfHost, type Exchange } from '../host.js';
import { readSteps } from '../question/funnel.js';
import { readGroupBy } from '../question/group-by.js';
import { Reader } from '../question/reader.js';
import { BodyFaults, BodyReader } from './body-reader.js';

const members = ['name', 'steps', 'window_seconds', 'group_by'];
const ofAnswers = ['id', 'created_at', 'updated_at', 'updated_by'];

/** Reads a funnel that is to be saved, held to the rules of a funnel question; throws all its faults at once. */
export async function readFunnel(
  values: Record<string, unknown>,
  { host, app = '' }: Exchange,
): Promise<SavedFunnelInput> {
  const body = new BodyReader(values, '', new BodyFaults());
  body.onlyKnows(members, ofAnswers);
  const context = { catalog: await catalogOfHost(host), clock: host.reports.clock, scope: `apps/${app}` } as const;
  const { window_seconds: window, ...others } = values;
  const question = new Reader(window === null ? others : values, 'json', body.faults);
  const funnel = {
    name: body.text('name', 1, maxFunnelNameLength),
    steps: readSteps(question, context),
    window_seconds: question.integer('window_seconds', 1, Number.MAX_SAFE_INTEGER) ?? null,
    group_by: readGroupBy(question, context),
  };
  body.faults.throwIfAny();
  return funnel;
}
