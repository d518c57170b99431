import type { CollectOutcome } from '#contract/api.js';
import { quoted } from '../../ask/exchange.js';
import { cannotLoad, loadedInto, type Sent } from '../../load/loaded.js';
import { townApp } from '../../load/standard-log.js';
import { townEvents } from '../../load/town.js';
import type { AskingRule, Finding } from '../../rule.js';
import { unless } from '../findings.js';
import { caseRule } from '../parameter/case.js';

/** What is taken is counted. */
export const collected: AskingRule = {
  id: 'load.collected',
  sentence:
    'Collecting says how many events were taken and how many were duplicates; what was sent before is a duplicate, and nothing of the standard log is rejected.',
  cannot: cannotLoad,
  async check(subject) {
    const { sent } = await loadedInto(subject);
    const wasThere = sent.every(({ exchange }) => (exchange.json as CollectOutcome).accepted === 0);
    return sent.flatMap((one) => outcomeFindings(one, wasThere));
  },
};

function outcomeFindings({ exchange, expected, events }: Sent, wasThere: boolean): Finding[] {
  const { accepted, duplicate, rejected, rejections } = exchange.json as CollectOutcome;
  const wanted = wasThere
    ? { accepted: 0, duplicate: events.length }
    : { accepted: expected.accepted, duplicate: expected.duplicate };
  const holds = accepted === wanted.accepted && duplicate === wanted.duplicate && rejected === 0;
  return unless(
    holds,
    [exchange.asked],
    quoted({ accepted, duplicate, rejected, rejections }),
    quoted({ ...wanted, rejected: 0 }),
  );
}

const path = `/v1/apps/${townApp}/events:collect`;
/** The last event of the log, which is there already. */
const good = townEvents().at(-1)!;
const bad: readonly object[] = [
  { ...good, user_id: undefined, event_id: 'bad-1' },
  { ...good, ts: '2026-02-30T00:00:00Z', event_id: 'bad-2' },
  { ...good, event: '', event_id: 'bad-3' },
  { ...good, app_id: 'another-app', event_id: 'bad-4' },
  { ...good, event: 'pay', amount: 1.5, currency: 'CNY', event_id: 'bad-5' },
];

/** What is wrong is named. */
export const rejected: AskingRule = {
  id: 'load.rejected',
  sentence:
    'Good events are kept, bad ones rejected and named by their row: without a user, a time or a name, of another app, of an amount that is no whole number of minor units.',
  cannot: cannotLoad,
  async check(subject) {
    await loadedInto(subject);
    const body = [bad[0], good, ...bad.slice(1)].map((event) => JSON.stringify(event)).join('\n');
    const headers = { 'Content-Type': 'application/x-ndjson' };
    const { asked, status, json, text } = await subject.asker.send({ method: 'POST', path, headers, body });
    if (status !== 200) return unless(false, [asked], `${status} ${text.slice(0, 200)}`, '200 with the rejected rows');
    const { accepted, duplicate, rejections } = json as CollectOutcome;
    const rows = rejections.map(({ row }) => row);
    return [
      ...unless(
        accepted + duplicate === 1,
        [asked],
        `${accepted} accepted, ${duplicate} duplicates`,
        'the one that is good',
      ),
      ...unless(quoted(rows) === '[1,3,4,5,6]', [asked], `rejected ${quoted(rejections)}`, 'rows 1, 3, 4, 5 and 6'),
    ];
  },
};

/** What is no body of events. */
export const collectBodies = caseRule(
  {
    id: 'load.bodies',
    sentence: 'A body of a type that is not read is 415; a JSON array is read as well as NDJSON.',
  },
  () => {
    const sent = (type: string, body: string) => ({ method: 'POST', path, headers: { 'Content-Type': type }, body });
    return [
      { ask: sent('text/csv', 'user_id,ts,event'), status: [415] },
      { ask: sent('application/json', JSON.stringify([good])), status: [200] },
    ];
  },
  cannotLoad,
);
