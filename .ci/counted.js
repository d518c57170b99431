/**
 * Reads `N passed, N failed` from a runner's last line. Fails closed: a runner that says nothing, finds no test, or ends
 * badly without naming a failure counts as one failure.
 * @param {{ ok: boolean, lastLine: string }} outcome
 */
export function counted({ ok, lastLine }) {
  const found = /^(\d+) passed, (\d+) failed$/.exec(lastLine.trim());
  const passed = Number(found?.[1] ?? 0);
  const failed = Number(found?.[2] ?? 1);
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
}
