import { ClosingLine } from './closing-line.js';

/** A vitest reporter that ends the output with `N passed, N failed`. */
export default class VitestClosingLine {
  #line = new ClosingLine();

  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(modules, errors) {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      const failures = states.filter((state) => state === 'failed').length;
      passed += states.filter((state) => state === 'passed').length;
      // A file that cannot be imported or whose hooks throw fails though no test of it failed.
      failed += module.state() === 'failed' && failures === 0 ? 1 : failures;
    }
    this.#line.count(passed, failed);
  }
}
