import type { BreakdownReport } from '#contract/api.js';
import { quoted } from '../../ask/exchange.js';
import type { AskingRule, Finding } from '../../rule.js';
import type { Subject } from '../../subject/subject.js';
import { breakdownsOf, type Broken } from '../breakdown/setting.js';
import { asked, joined, unless } from '../findings.js';

const PAGES = 6;

interface Paged extends Broken {
  readonly pages: readonly BreakdownReport[];
  readonly questions: readonly string[];
}

/** Reads the first pages of each breakdown, and how the whole list reads. */
async function paged(subject: Subject, { setting, query }: Broken): Promise<Paged> {
  const pages: BreakdownReport[] = [];
  const questions: string[] = [];
  let cursor: string | null | undefined;
  do {
    const question = { ...query, ...(cursor ? { cursor } : {}) };
    questions.push(asked('breakdown', setting.scope, question));
    const page: BreakdownReport = await subject.source.breakdown(setting.scope, question);
    pages.push(page);
    cursor = page.next_cursor;
  } while (cursor && pages.length < PAGES);
  return { setting, query, pages, questions: questions.slice(0, 3) };
}

function pagingRule(
  id: string,
  sentence: string,
  check: (paged: Paged, subject: Subject) => Finding[] | Promise<Finding[]>,
): AskingRule {
  return {
    id,
    sentence,
    check: (subject) => joined(breakdownsOf(subject), async (broken) => check(await paged(subject, broken), subject)),
  };
}

type Row = BreakdownReport['rows'][number];
const nameOf = ({ app, key }: Row) => quoted(app === undefined ? key : [app, key]);

/** Nothing comes twice. */
export const noRowTwice = pagingRule(
  'paging.no-row-twice',
  'Page after page, no row comes twice.',
  ({ pages, questions }) => {
    const names = pages.flatMap(({ rows }) => rows.map(nameOf));
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    return unless(twice.length === 0, questions, `${twice.join(', ')} on two pages`, 'each row once');
  },
);

/** Nothing is lost. */
export const noRowLost = pagingRule(
  'paging.no-row-lost',
  'Page after page, no row of the list is left out.',
  async ({ pages, questions, setting: { scope }, query }, subject) => {
    const whole = { ...query, limit: subject.catalog.limits.max_rows };
    const { rows } = await subject.source.breakdown(scope, whole);
    const names = new Set(pages.flatMap((page) => page.rows.map(nameOf)));
    // Of a list that is read to its end all rows, else so many as have been read.
    const wanted = pages.at(-1)?.next_cursor === null ? rows : rows.slice(0, names.size);
    const lost = wanted.filter((row) => !names.has(nameOf(row)));
    return unless(
      lost.length === 0,
      [...questions, asked('breakdown', scope, whole)],
      `without ${lost.map(nameOf).slice(0, 5).join(', ')}`,
      'every row of the list',
    );
  },
);

/** A page is as long as asked. */
export const pageLength = pagingRule(
  'paging.limit',
  'A page holds as many rows as the limit says, the last one what is left.',
  ({ pages, questions, query }) => {
    const limit = query.limit ?? 50;
    return pages.flatMap(({ rows, next_cursor: next }, at) =>
      unless(
        next === null ? rows.length <= limit : rows.length === limit,
        questions,
        `${rows.length} rows on page ${at + 1}`,
        `${limit} rows`,
      ),
    );
  },
);

/** A cursor is of its question. */
export const foreignCursor: AskingRule = {
  id: 'paging.cursor-of-its-question',
  sentence: 'A cursor that is none, or that belongs to another question, is malformed.',
  check: (subject) =>
    joined(breakdownsOf(subject).slice(0, 2), async ({ setting: { scope }, query }) => {
      const { next_cursor: next } = await subject.source.breakdown(scope, query);
      const other = { ...query, timezone: query.timezone === 'UTC' ? 'Asia/Tokyo' : 'UTC' };
      const wrong = [{ ...query, cursor: 'not-a-cursor' }, ...(next === null ? [] : [{ ...other, cursor: next }])];
      return joined(wrong, async (question) => {
        const {
          status,
          text,
          asked: request,
        } = await subject.asker.send({
          method: 'POST',
          path: `${scope === 'superapp' ? '/v1/superapp' : `/v1/${scope}`}/reports/breakdown`,
          body: question,
        });
        return unless(status === 400, [request], `${status} ${text.slice(0, 200)}`, '400 about cursor');
      });
    }),
};
