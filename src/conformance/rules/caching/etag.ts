import type { Exchange } from '../../ask/exchange.js';
import type { AskingRule, Finding } from '../../rule.js';
import { knownMetrics, plainStudy, type Subject } from '../../subject/subject.js';
import { pathOf } from '../../ask/asker.js';
import { queryString } from '../../ask/remote-source.js';
import { joined, unless } from '../findings.js';

/** An ETag names one version of an answer. */
export const etag: AskingRule = {
  id: 'caching.if-none-match',
  sentence: 'Asked with the ETag that it gave, a back end answers 304 without a body, or an answer with another ETag.',
  check(subject) {
    return joined(readPaths(subject), async (path) => {
      const first = await subject.asker.get(path);
      const tag = first.answerHeaders.get('ETag');
      if (first.status !== 200 || tag === null) return []; // the document's rules speak of that
      const second = await subject.asker.get(path, { 'If-None-Match': tag });
      return judged(second, tag);
    });
  },
};

/** Data may have moved on meanwhile; then the answer has another ETag. */
function judged({ asked, status, text, answerHeaders }: Exchange, tag: string): Finding[] {
  if (status === 304) return unless(text === '', [asked], `304 with ${text.length} characters`, '304 without a body');
  const isOther = status === 200 && answerHeaders.get('ETag') !== tag;
  return unless(
    isOther,
    [asked],
    `${status} with ETag ${answerHeaders.get('ETag') ?? 'none'}`,
    `304, as it is still ${tag}`,
  );
}

function readPaths(subject: Subject): string[] {
  const always = ['/v1/catalog', '/v1/apps', '/v1/me'];
  if (subject.studies.length === 0) return always;
  const { scope, recent } = plainStudy(subject);
  const metrics = knownMetrics(subject, 'summary', scope, ['active_users', 'opens', 'visits']);
  const summary = `${pathOf(scope)}/reports/summary${queryString({ ...recent, metrics })}`;
  return metrics.length === 0 ? always : [...always, summary];
}
