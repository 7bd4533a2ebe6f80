import { spawnSync } from 'node:child_process'

/**
 * Runs one test file of the server with the count that `environment` asks for.
 * @throws Error with what it printed when it fails
 */
export function runLongTest(file: string, environment: Record<string, string>): void {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'server', file]
  const env = { ...process.env, ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, vitest, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} failed:\n${stdout}${stderr}`)
}
