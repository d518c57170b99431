import type { Problem } from '#contract/api.js';
import { quoted, type Exchange } from '../../ask/exchange.js';
import type { AskingRule, Finding } from '../../rule.js';
import type { Subject } from '../../subject/subject.js';
import { unless } from '../findings.js';
import { cannotWrite, eventDefinitions, folderOf, removal, savedFunnels, withOne, type Kept } from './written.js';

function status({ asked, status: got, text }: Exchange, wanted: number, code?: string, json?: unknown): Finding[] {
  const named = (json as Partial<Problem> | undefined)?.code;
  const holds = got === wanted && (code === undefined || named === code);
  return unless(holds, [asked], `${got} ${text.slice(0, 200)}`, `${wanted}${code === undefined ? '' : ` ${code}`}`);
}

/** From made to deleted. */
async function life(subject: Subject, kept: Kept): Promise<Finding[]> {
  const { asker } = subject;
  return withOne(subject, kept, async (made, path, name) => {
    if (made.status !== 201) return status(made, 201);
    const tag = made.answerHeaders.get('ETag');
    const location = made.answerHeaders.get('Location');
    const read = await asker.get(path);
    const listed = await asker.get(`${folderOf(subject, kept)}?search=${name}`);
    const rows = ((listed.json as Record<string, { name: string }[]> | undefined) ?? {})[kept.list] ?? [];
    const put = await asker.send({
      method: 'PUT',
      path,
      body: kept.changed(name),
      headers: { 'If-Match': tag ?? '*' },
    });
    const gone = await asker.send(removal(path, put.answerHeaders.get('ETag') ?? '*'));
    const after = await asker.get(path);
    return [
      ...unless(location?.endsWith(path) ?? false, [made.asked], `Location ${quoted(location)}`, path),
      ...status(read, 200),
      ...unless(
        tag !== null && read.answerHeaders.get('ETag') === tag,
        [made.asked, read.asked],
        `ETag ${tag ?? 'none'}, then ETag ${read.answerHeaders.get('ETag') ?? 'none'}`,
        'the same ETag where it is made and where it is read',
      ),
      ...unless(
        rows.some((row) => row.name === name),
        [listed.asked],
        quoted(rows),
        `a list that holds ${name}`,
      ),
      ...status(put, 200),
      ...unless(
        tag === null || put.answerHeaders.get('ETag') !== tag,
        [put.asked],
        `ETag ${tag} again`,
        'another ETag after a change',
      ),
      ...status(gone, 204),
      ...status(after, 404),
    ];
  });
}

/** Whose version counts. */
async function versions(subject: Subject, kept: Kept): Promise<Finding[]> {
  const { asker } = subject;
  return withOne(subject, kept, async (made, path, name) => {
    if (made.status !== 201) return []; // said by the rule of its life
    const body = kept.changed(name);
    const put = (headers: Record<string, string>) => asker.send({ method: 'PUT', path, body, headers });
    const [without, stale] = [await put({}), await put({ 'If-Match': '"not-its-version"' })];
    const [removed, removedStale] = [
      await asker.send(removal(path)),
      await asker.send(removal(path, '"not-its-version"')),
    ];
    const any = await put({ 'If-Match': '*' });
    const current = (stale.json as Partial<Problem> | undefined)?.current;
    return [
      ...status(without, 428, 'if_match_required', without.json),
      ...status(stale, 412, 'changed_meanwhile', stale.json),
      ...unless(
        stale.status !== 412 || current !== undefined,
        [stale.asked],
        '412 without current',
        'the current version',
      ),
      ...status(removed, 428),
      ...status(removedStale, 412),
      ...status(any, 200),
    ];
  });
}

/** Names are unique and follow rules. */
async function names(subject: Subject, kept: Kept): Promise<Finding[]> {
  const path = folderOf(subject, kept);
  const refused = await subject.asker.send({ method: 'POST', path, body: kept.refused });
  return withOne(subject, kept, async (made, _, name) => {
    if (made.status !== 201) return [];
    const again = await subject.asker.send({ method: 'POST', path, body: kept.body(name) });
    return [...status(refused, 400), ...status(again, 409, 'name_taken', again.json)];
  });
}

function keptRule(kept: Kept, id: string, sentence: string, check: typeof life): AskingRule {
  return {
    id: `${kept.id}.${id}`,
    sentence,
    cannot: (subject) => cannotWrite(subject, kept),
    check: (subject) => check(subject, kept),
  };
}

/** The rules of all that is kept. */
export const keptRules: readonly AskingRule[] = [eventDefinitions, savedFunnels].flatMap((kept) => [
  keptRule(
    kept,
    'life',
    `What is made of ${kept.what} can be read, found, changed and deleted: 201 with its Location and ETag, 200, 204, and 404 when it is gone.`,
    life,
  ),
  keptRule(
    kept,
    'if-match',
    `A change of ${kept.what} needs If-Match: without it 428, with another version 412 and the current one, with * any.`,
    versions,
  ),
  keptRule(
    kept,
    'name',
    `The name of ${kept.what} follows the rules (else 400) and is taken once (else 409 name_taken).`,
    names,
  ),
]);

/** Nothing is published that was not checked. */
export const publishUnchecked: AskingRule = {
  id: 'definition.publish-needs-check',
  sentence:
    'A definition is tested or published once check has passed on exactly this configuration; before, it is 409 wrong_state.',
  cannot: (subject) => cannotWrite(subject, eventDefinitions),
  check: (subject) =>
    withOne(subject, eventDefinitions, async (made, path) => {
      if (made.status !== 201) return [];
      const act = (action: string) =>
        subject.asker.send({ method: 'POST', path: `${path}/${action}`, headers: { 'If-Match': '*' } });
      const found: Finding[] = [];
      for (const action of ['test', 'publish', 'unpublish']) {
        const answer = await act(action);
        if (answer.status !== 403) found.push(...status(answer, 409, 'wrong_state', answer.json));
      }
      return found;
    }),
};
