import type { Permission, Problem, ReportName } from '#contract/api.js';
import { permissionOf } from '#contract/permissions.js';
import type { Ask } from '../../ask/exchange.js';
import { NotApplicable, type AskingRule } from '../../rule.js';
import { plainStudy, type Subject } from '../../subject/subject.js';
import { pathOf } from '../../ask/asker.js';
import { joined, unless } from '../findings.js';
import { Questions } from '../parameter/case.js';

/** What nobody may have without signing in. */
function guarded(subject: Subject): Ask[] {
  const ask = new Questions(subject);
  const path = pathOf(plainStudy(subject).scope);
  const app = path.startsWith('/v1/apps/') ? path : '/v1/apps/any';
  return [
    ask.get('summary'),
    ask.post('trend'),
    ask.get('breakdown'),
    ...(ask.answers('funnel') ? [ask.post('funnel')] : []),
    ask.get('values'),
    ask.get('days'),
    { method: 'GET', path: '/v1/apps' },
    ...(subject.catalog.batches ? [{ method: 'POST', path: '/v1/reports:batch', body: [] }] : []),
    ...(subject.catalog.collects ? [{ method: 'POST', path: `${app}/events:collect`, body: '' }] : []),
    ...(subject.catalog.defines
      ? [
          { method: 'GET', path: `${app}/events` },
          { method: 'POST', path: `${app}/funnels`, body: {} },
        ]
      : []),
  ];
}

function authRule(id: string, sentence: string, token: string | null): AskingRule {
  return {
    id,
    sentence,
    cannot: ({ hasToken }) => (hasToken ? undefined : 'no token was given'),
    async check(subject) {
      const open = await subject.asker.send({ method: 'GET', path: '/v1/me', token: null });
      if (open.status === 200) throw new NotApplicable('it answers without a token');
      return joined(guarded(subject), async (ask) => {
        const { status, text, asked } = await subject.asker.send({ ...ask, token });
        return unless(
          status === 401,
          [`${asked} ${token === null ? 'without a token' : 'with a token that is none'}`],
          `${status} ${text.slice(0, 200)}`,
          '401',
        );
      });
    },
  };
}

/** Nobody gets in without a token. */
export const withoutToken = authRule(
  'auth.without-token',
  'Where a token is needed, every report, list and write without one is 401, before anything is said of the question.',
  null,
);

/** Nobody gets in with a wrong one. */
export const wrongToken = authRule(
  'auth.wrong-token',
  'A token that is not accepted is 401, as none is.',
  'not-a-token-of-this-back-end',
);

const REPORTS: ReportName[] = ['summary', 'trend', 'distribution', 'retention', 'funnel', 'event'];

/** What the caller may not do. */
export const lackingPermission: AskingRule = {
  id: 'auth.permission',
  sentence:
    'What needs a permission that the caller lacks is 403, and the problem names the permission; /v1/me says which they have.',
  check(subject) {
    const ask = new Questions(subject);
    const { permissions } = subject.me;
    const reports = REPORTS.filter((report) => ask.answers(report)).map((report) => ({
      ask: ask.post(report),
      needs: permissionOf(report),
    }));
    const pages = {
      ask: ask.get('breakdown', { dimension: 'page_path' }),
      needs: permissionOf('breakdown', 'page_path'),
    };
    const denied = [...reports, pages].filter(({ needs }) => !permissions.includes(needs));
    if (denied.length === 0) throw new NotApplicable('the caller may read every report');
    return joined<{ ask: Ask; needs: Permission }>(denied, async ({ ask: question, needs }) => {
      const { status, json, text, asked } = await subject.asker.send(question);
      const named = (json as Partial<Problem> | undefined)?.permission;
      return unless(
        status === 403 && named === needs,
        [asked],
        `${status} ${text.slice(0, 200)}`,
        `403 with the permission ${needs}`,
      );
    });
  },
};
