import { ClosingLine } from './closing-line.js';

/** @typedef {{ tests?: { passed: boolean, skipped: boolean }[], suites?: Suite[] }} Suite */

/** A @web/test-runner reporter that ends the output with `N passed, N failed`. */
export function wtrClosingLine() {
  const line = new ClosingLine();
  return {
    /** @param {{ sessions: Iterable<{ passed?: boolean, testResults?: Suite }> }} run */
    stop({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const session of sessions) {
        const tests = testsOf(session.testResults);
        const failures = tests.filter((test) => !test.skipped && !test.passed).length;
        passed += tests.filter((test) => !test.skipped && test.passed).length;
        // An import error, a page error or a timeout fails the file though no test of it failed.
        failed += !session.passed && failures === 0 ? 1 : failures;
      }
      line.count(passed, failed);
    },
  };
}

/**
 * @param {Suite | undefined} suite
 * @returns {{ passed: boolean, skipped: boolean }[]}
 */
function testsOf(suite) {
  return suite ? [...(suite.tests ?? []), ...(suite.suites ?? []).flatMap(testsOf)] : [];
}
