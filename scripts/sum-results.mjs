/**
 * What a Vitest JSON report comes to. A file that broke outside its tests counts as one failed test, and so
 * does a run that ended badly without naming one.
 *
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 * @param {number} exitCode of the Vitest process
 * @returns {{ passed: number, failed: number, skipped: string[] }} `skipped`: titles of tests not run
 */
export function sumResults(report, exitCode) {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  const failed = tests.filter((test) => test.status === 'failed').length + broken.length
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  }
}
