import type { CollectOutcome } from '#contract/api.js';
import { createEngine, type Engine } from '#engine/index.js';
import { parseInstant } from '#time/instant.js';
import { quoted, type Exchange } from '../ask/exchange.js';
import { NotApplicable } from '../rule.js';
import { lacks, type Subject } from '../subject/subject.js';
import { type Body, standardLog, townApp } from './standard-log.js';
import { closing } from './town.js';

/** What became of one body. */
export interface Sent extends Body {
  readonly exchange: Exchange;
  /** What the engine made of it. */
  readonly expected: CollectOutcome;
}

/** The standard log in the back end, and the engine that holds the same. */
export interface Loaded {
  readonly oracle: Engine;
  readonly sent: readonly Sent[];
}

/** Why the standard log cannot be sent; nothing where it can. */
export function cannotLoad(subject: Subject): string | undefined {
  if (!subject.leave.load) return 'the standard log is sent with --load only';
  if (!subject.catalog.collects) return 'it takes no events';
  if (subject.isApproximate) return 'its distinct counts are estimates';
  return lacks(subject, 'events.collect');
}

const loads = new WeakMap<Subject, Promise<Loaded>>();

/** Sends the standard log once. Throws {@link NotApplicable} where the back end does not take it. */
export function loadedInto(subject: Subject): Promise<Loaded> {
  let load = loads.get(subject);
  if (!load) loads.set(subject, (load = sendAll(subject)));
  return load;
}

async function sendAll(subject: Subject): Promise<Loaded> {
  const { default_timezone: timezone, profiles, sources } = subject.catalog;
  const clock = { now: () => Date.parse(closing) + 17 * 86_400_000 };
  const oracle = createEngine({ timezone, profiles, sources, clock });
  const sent: Sent[] = [];
  for (const { app, events } of standardLog()) {
    const body = events.map((event) => JSON.stringify(event)).join('\n');
    const path = `/v1/apps/${app}/events:collect`;
    const headers = { 'Content-Type': 'application/x-ndjson' };
    const exchange = await subject.asker.send({ method: 'POST', path, headers, body });
    if (exchange.status === 404)
      throw new NotApplicable(
        `it takes no events of apps that it does not know: register ${app} and the others of the log`,
      );
    if (exchange.status !== 200)
      throw new NotApplicable(`the log was refused: ${exchange.status} ${exchange.text.slice(0, 200)}`);
    const stream = new Response(body).body!;
    sent.push({ app, events, exchange, expected: await oracle.collect(app, stream) });
  }
  subject.asker.forget();
  await settled(subject, oracle);
  return { oracle, sent };
}

const TRIES = 30;
const PAUSE_MS = 1000;

/** A back end may take a while until what it has taken is in its answers. */
async function settled(subject: Subject, oracle: Engine): Promise<void> {
  const apps = [...new Set(standardLog().map(({ app }) => app))];
  for (let attempt = 0; ; attempt++) {
    const late = await lateApps(subject, oracle, apps);
    if (late.length === 0) return;
    if (attempt === TRIES)
      throw new NotApplicable(`what it took is not in its answers after ${TRIES} s: days of ${late.join(', ')}`);
    await subject.sleep(PAUSE_MS);
    subject.asker.forget();
  }
}

async function lateApps(subject: Subject, oracle: Engine, apps: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    apps.map(async (app) => {
      const query = { timezone: 'UTC', profile: subject.catalog.default_profile };
      const [came, expected] = await Promise.all([
        subject.source.days(`apps/${app}`, query),
        oracle.days(`apps/${app}`, query),
      ]);
      const asOf = parseInstant(came.data_as_of) ?? NaN;
      if (app === townApp && asOf < Date.parse(closing) - 2 * 86_400_000)
        throw new NotApplicable(`its data is as of ${came.data_as_of}, and the standard log reaches to ${closing}`);
      return quoted(came.days) === quoted(expected.days) ? [] : [app];
    }),
  );
  return found.flat();
}
