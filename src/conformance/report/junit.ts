import type { Outcome, Verdict } from '../verdict.js';

/** A verdict as JUnit XML: a test case a rule, its family the class. */
export function junit({ outcomes, milliseconds, baseUrl }: Verdict): string {
  const count = (result: Outcome['result']) => outcomes.filter((outcome) => outcome.result === result).length;
  const sums = `tests="${outcomes.length}" failures="${count('broken')}" skipped="${count('skipped')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="${escaped(`conformance of ${baseUrl}`)}" ${sums} time="${seconds(milliseconds)}">`,
    ...outcomes.map(caseOf),
    '</testsuite>',
    '',
  ].join('\n');
}

function caseOf({ id, sentence, result, findings, reason = '', milliseconds }: Outcome): string {
  const [family = ''] = id.split('.');
  const head = `  <testcase classname="${family}" name="${escaped(id)}" time="${seconds(milliseconds)}"`;
  if (result === 'kept') return `${head}/>`;
  if (result === 'skipped') return `${head}><skipped message="${escaped(reason)}"/></testcase>`;
  const text = findings
    .map(({ asked, came, expected }) => `asked: ${asked.join('\n  and: ')}\ncame: ${came}\nexpected: ${expected}`)
    .join('\n\n');
  return `${head}><failure message="${escaped(sentence)}">${escaped(text)}</failure></testcase>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** What XML 1.0 has no place for is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
